import { unexpected, type Failure } from './failure';

/**
 * Whether an answer names another thing than the one that was asked for: it may be a stranger's. That it names none is
 * no sign. Whether Smile tells capitals apart in ids it does not say.
 */
export function isAnother(named: unknown, wanted: string): boolean {
	if (typeof named !== 'string' && typeof named !== 'number') return false;
	return String(named).trim().toLowerCase() !== wanted.trim().toLowerCase();
}

/** The end of a request that was answered with something else. */
export function anotherRecord(): Failure {
	return unexpected('it is another record than the one that was asked for');
}
