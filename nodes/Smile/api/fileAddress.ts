import { isLoopback } from './environment';

/** An address that a file may be fetched from, or why it is none. */
export type FileAddress = { ok: true; url: URL } | { ok: false; problem: string };

/** Where Smile keeps uploaded files, exports and its copies of documents. */
const SMILE_FILE_HOST = 'file.smileapi.io';

/** Names that mean something inside a network only (RFC 6762, RFC 8375, and what routers and clouds give out). */
const PRIVATE = /(^|\.)(local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa)$/;

/**
 * Reads the address of a file, or of the place that `from` redirects to. A provider's record may name any host, so
 * nothing on this machine or inside its network is asked; only beside a Smile on this machine, a simulated one, are
 * its files there too. A refusal shows nothing of the address: whoever knows it has the file.
 */
export function fileAddress(given: unknown, baseUrl: string, from?: URL): FileAddress {
	if (typeof given !== 'string' || !URL.canParse(given, from?.href)) return refused('is no URL');
	const url = new URL(given, from);
	const isSimulated = isSimulatedHost(url, baseUrl);
	if (url.protocol !== 'https:' && !(isSimulated && url.protocol === 'http:')) {
		return refused('does not begin with https://');
	}
	if (url.username !== '' || url.password !== '') return refused('holds a user name');
	const problem = isSimulated ? undefined : problemOf(url.hostname);
	return problem === undefined ? { ok: true, url } : refused(problem);
}

/** Whether it is Smile's own file host, which answers 403 for what was revoked. */
export function isSmileFileHost(url: URL, baseUrl: string): boolean {
	return url.hostname === SMILE_FILE_HOST || isSimulatedHost(url, baseUrl);
}

/** Whether it is the file host of a simulated Smile on this machine. */
export function isSimulatedHost({ hostname }: URL, baseUrl: string): boolean {
	return isLoopback(hostname) && isLoopback(new URL(baseUrl).hostname);
}

/** URL has made four numbers of every way to write an IPv4 address: short, as one number, octal, hexadecimal. */
function problemOf(hostname: string): string | undefined {
	const name = hostname.replace(/\.$/, '');
	if (name.startsWith('[') || /^\d+(\.\d+){3}$/.test(name)) return 'is a number instead of a name';
	if (name === 'localhost' || name.endsWith('.localhost')) return 'leads to this machine';
	if (!name.includes('.') || PRIVATE.test(name)) return 'leads into a network of its own';
	return undefined;
}

function refused(problem: string): FileAddress {
	return { ok: false, problem };
}
