import { randomBytes } from 'node:crypto';

import { LONGEST_WEBHOOK_URL } from './limits';

/** An address whose https is written in small letters, as Smile asks for it; any other address stays as it is. */
export function withSmallHttps(url: string): string {
	return url.replace(/^https:\/\//i, 'https://');
}

/** Whether Smile delivers to an address: it does to https alone. */
export function isHttps(url: string): boolean {
	return withSmallHttps(url).startsWith('https://');
}

/**
 * An address below another one, at which nobody is. It is no longer than Smile allows: of a long one the query is
 * left out, and then the end of the path.
 */
export function freeUrlBelow(url: string): string {
	const segment = `/${randomBytes(16).toString('hex')}`;
	const room = LONGEST_WEBHOOK_URL - segment.length;
	const pathEnd = url.search(/[?#]|$/);
	const query = url.length <= room ? url.slice(pathEnd) : '';
	const path = url.slice(0, Math.min(pathEnd, room));
	// Cut off in the middle, an encoded character would be none.
	return `${path.replace(/\/$|%.?$/, '')}${segment}${query}`;
}
