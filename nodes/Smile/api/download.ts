import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { createHash, type Hash } from 'node:crypto';

import { Slots } from '../shared/slots';
import { pause, stopIfCancelled } from './cancel';
import type { SmileClient } from './client';
import { environmentOf } from './environment';
import { fetchFile, type FileAnswer, type FileStream } from './fetchFile';
import { networkProblem } from './failure';
import { isSmileFileHost } from './fileAddress';
import { fileName, mediaType } from './fileName';

/** The largest file. */
export const MOST_MEGABYTES = 25;
const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;
/** From the first request to the last byte, in milliseconds. */
const TIMEOUT_MS = 60_000;

/**
 * Files that one execution fetches side by side: each is held in memory, in part or, where n8n keeps files there, as
 * a whole.
 */
const AT_ONCE = 3;
const slotsOf = new WeakMap<IExecuteFunctions, Slots>();

/** A file that a record of Smile's names. */
export interface NamedFile {
	/** Whatever the record holds for an address. */
	url: unknown;
	name?: unknown;
	/** As Smile calls it, such as PDF, where its type is not to be that of the answer. */
	format?: unknown;
	/** What the name is to end in, where that is not to follow from the format. */
	ending?: unknown;
}

/** A file in n8n's store, one that is no longer there, or what went wrong, in words. */
export type Download =
	| { kind: 'stored'; binary: IBinaryData; md5: Buffer }
	| { kind: 'gone'; problem: string }
	| { kind: 'failed'; problem: string; todo: string };

/**
 * Fetches a file into n8n's binary store, a few of an execution at a time and without holding the whole of it. Nothing
 * of the address but its host, and no file name, gets into what it says. Throws when somebody stops the execution.
 */
export async function download(
	context: IExecuteFunctions,
	smile: SmileClient,
	file: NamedFile,
): Promise<Download> {
	const slots = slotsOf.get(context) ?? new Slots(AT_ONCE);
	slotsOf.set(context, slots);
	await slots.take();
	try {
		return await downloadNow(context, smile, file);
	} finally {
		slots.give();
	}
}

async function downloadNow(
	context: IExecuteFunctions,
	smile: SmileClient,
	file: NamedFile,
): Promise<Download> {
	stopIfCancelled(smile);
	const environment = environmentOf(smile.credential);
	if (!environment.ok) return failed(environment.problem, AGAIN);
	const { baseUrl } = environment;
	const over = new AbortController();
	const end = () => over.abort();
	smile.signal?.addEventListener('abort', end, { signal: over.signal });
	const limit = { isTimeUp: false };
	void pause(TIMEOUT_MS, over.signal).then(() => {
		limit.isTimeUp = !over.signal.aborted;
		end();
	});
	try {
		const fetch = { context, baseUrl, signal: over.signal };
		const answer = await fetchFile(fetch, file.url);
		const found = await take(context, file, answer, baseUrl);
		if (found.kind !== 'failed') return found;
		stopIfCancelled(smile);
		return limit.isTimeUp
			? failed(`it took more than ${TIMEOUT_MS / 1_000} seconds`, AGAIN)
			: found;
	} finally {
		// What was not read to its end would keep its connection.
		end();
	}
}

async function take(
	context: IExecuteFunctions,
	file: NamedFile,
	answer: FileAnswer,
	baseUrl: string,
): Promise<Download> {
	if (!answer.ok) return failed(answer.problem, answer.isRefused ? BY_HAND : AGAIN);
	const { url, status, headers, body } = answer;
	const said = `${url.host} answered with status ${status}`;
	if (status === 404 || status === 410 || (status === 403 && isSmileFileHost(url, baseUrl))) {
		return { kind: 'gone', problem: said };
	}
	if (status !== 200) return failed(said, AGAIN);
	if (Number(headers['content-length']) > MOST_BYTES) return tooLarge();
	return await store(context, file, body, headers);
}

async function store(
	{ helpers, logger }: IExecuteFunctions,
	{ name, format, ending = format }: NamedFile,
	body: FileStream,
	headers: IDataObject,
): Promise<Download> {
	const md5 = createHash('md5');
	const progress = { bytes: 0 };
	try {
		const binary = await helpers.prepareBinaryData(
			counted(body, md5, progress),
			fileName(name, ending),
			mediaType(format, headers['content-type']),
		);
		return { kind: 'stored', binary, md5: md5.digest() };
	} catch (error) {
		logger.debug('A file could not be read to its end');
		if (progress.bytes > MOST_BYTES) return tooLarge();
		return failed(`it broke off before its end, ${networkProblem(error)}`, AGAIN);
	}
}

/** The same bytes, of which no more go by than are allowed. */
function counted(body: FileStream, hash: Hash, progress: { bytes: number }): FileStream {
	return body.map((piece: Buffer) => {
		progress.bytes += piece.length;
		if (progress.bytes > MOST_BYTES) throw new RangeError('The file is too large');
		hash.update(piece);
		return piece;
	});
}

const AGAIN = 'Try again later.';
const BY_HAND =
	'Files are fetched over https, from hosts on the Internet that are given by name. If you trust the address, fetch the file with an HTTP Request node without a credential.';

function tooLarge(): Download {
	return failed(
		`it is larger than ${MOST_MEGABYTES} MB`,
		'Fetch it with an HTTP Request node without a credential, and turn off the download here.',
	);
}

function failed(problem: string, todo: string): Download {
	return { kind: 'failed', problem, todo };
}
