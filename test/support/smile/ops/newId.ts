import { randomUUID } from 'node:crypto';

/** An id as Smile makes them; never the same twice, so that equal requests make twins. */
export function newId(prefix: string): string {
	return prefix + randomUUID().replaceAll('-', '');
}
