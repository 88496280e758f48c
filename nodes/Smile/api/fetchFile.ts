import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { networkProblem } from './failure';
import { fileAddress, isSimulatedHost } from './fileAddress';
import { pause } from './pause';
import { isTooLate, RETRY_PAUSES_MS, spread } from './retry';

/** What n8n takes for the contents of a file beside a buffer: a stream. */
export type FileStream = Exclude<
	Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0],
	Buffer
>;

/** The answer of a file's host, whose contents have not been read yet; or why there is none, in words. */
export type FileAnswer =
	| { ok: true; url: URL; status: number; headers: IDataObject; body: FileStream }
	| { ok: false; problem: string; isRefused?: true; isPassing?: true };

export interface FileFetch {
	context: IExecuteFunctions;
	baseUrl: string;
	/** Ends what is under way. */
	signal: AbortSignal;
}

const MOST_REDIRECTS = 5;
const REDIRECTS: readonly unknown[] = [301, 302, 303, 307, 308];

/** Asks for a file, again where the fault may pass, and without Smile's key: whoever knows the address has the file. */
export async function fetchFile(fetch: FileFetch, address: unknown): Promise<FileAnswer> {
	const startedAt = performance.now();
	for (const milliseconds of RETRY_PAUSES_MS) {
		const answer = await follow(fetch, address);
		if (!mayPass(answer) || isTooLate(startedAt) || fetch.signal.aborted) return answer;
		await pause(spread(milliseconds), fetch.signal);
	}
	return await follow(fetch, address);
}

function mayPass(answer: FileAnswer): boolean {
	if (!answer.ok) return answer.isPassing === true;
	return answer.status === 429 || (answer.status >= 500 && answer.status !== 501);
}

/** Follows redirects to other places of the same host; another one was never named by Smile. */
async function follow(fetch: FileFetch, address: unknown): Promise<FileAnswer> {
	let next = fileAddress(address, fetch.baseUrl);
	for (let redirects = 0; next.ok && redirects <= MOST_REDIRECTS; redirects += 1) {
		const { url } = next;
		const answer = await ask(fetch, url);
		if (!answer.ok || !REDIRECTS.includes(answer.status)) return answer;
		// Read to its end, it leaves the connection free.
		answer.body.resume();
		next = fileAddress(answer.headers.location, fetch.baseUrl, url);
		if (next.ok && next.url.host !== url.host) {
			return refused(`${url.host} redirects to another host, ${next.url.host}`);
		}
	}
	return refused(
		next.ok ? `${next.url.host} redirects again and again` : `its address ${next.problem}`,
	);
}

async function ask(fetch: FileFetch, url: URL): Promise<FileAnswer> {
	const { context, baseUrl, signal } = fetch;
	if (!isSimulatedHost(url, baseUrl) && (await isPrivate(context, url))) {
		return refused(`${url.host} leads into a private network`);
	}
	try {
		const answer = (await context.helpers.httpRequest({
			method: 'GET',
			url: url.href,
			// The very bytes, and a length that is theirs.
			headers: { Accept: '*/*', 'Accept-Encoding': 'identity' },
			encoding: 'stream',
			disableFollowRedirect: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			abortSignal: signal,
		})) as { statusCode: number; headers: IDataObject; body: FileStream };
		const { statusCode: status, headers, body } = answer;
		// Whoever does not read it to its end does not hear of its errors either.
		body.on('error', () => undefined);
		return { ok: true, url, status, headers, body };
	} catch (error) {
		context.logger.debug('The host of a file gave no answer');
		if (isBlocked(error)) return refused(`${url.host} leads into a private network`);
		const problem = `${url.host} could not be reached, ${networkProblem(error)}`;
		return { ok: false, problem, isPassing: true };
	}
}

/**
 * Asks n8n's own filter whether a name leads into a network that outsiders cannot reach. n8n applies it to all
 * requests only where N8N_SSRF_PROTECTION_ENABLED says so; `enforced`, as strangers choose the host of a document.
 */
async function isPrivate({ helpers, logger }: IExecuteFunctions, url: URL): Promise<boolean> {
	// n8n 1 has no such filter.
	const { getSecureEgressFilter: filter } = helpers as Partial<typeof helpers>;
	if (!filter) return false;
	try {
		const found = await filter('enforced').validateUrl(url);
		return !found.ok && isBlocked(found.error);
	} catch (error) {
		// The request itself finds out, through a proxy even where this n8n cannot look names up.
		if (isBlocked(error)) return true;
		logger.debug('The name of a file host could not be looked up beforehand');
		return false;
	}
}

/** Whether n8n's own protection has refused the address. */
function isBlocked(error: unknown): boolean {
	for (let one = error, depth = 0; one instanceof Error && depth < 4; one = one.cause, depth += 1) {
		if (one.name.startsWith('SsrfBlocked')) return true;
	}
	return false;
}

function refused(problem: string): FileAnswer {
	return { ok: false, problem, isRefused: true };
}
