/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- looks for test files */
import { globSync } from 'node:fs';
import { join } from 'node:path';

/** The files and folders below test that a pattern stands for. */
export function matchingTests(pattern: string): string[] {
	return globSync(join(__dirname, '..', pattern));
}
