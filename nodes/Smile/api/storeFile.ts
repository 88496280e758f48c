import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { createHash, type Hash } from 'node:crypto';

import { networkProblem } from './failure';
import type { FileAnswer, FileStream } from './fetchFile';
import { isSmileFileHost } from './fileAddress';
import { fileName, mediaType } from './fileName';

/** The largest file; the node holds files to it by itself. */
export const MOST_DOWNLOADED_MB = 25;
const MOST_BYTES = MOST_DOWNLOADED_MB * 1024 * 1024;

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

/** Takes what a file's host answered into n8n's binary store, without holding the whole of it. */
export async function storeFile(
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

export const AGAIN = 'Try again later.';
const BY_HAND =
	'Files are fetched over https, from hosts on the Internet that are given by name. If you trust the address, fetch the file with an HTTP Request node without a credential.';

function tooLarge(): Download {
	return failed(
		`it is larger than ${MOST_DOWNLOADED_MB} MB`,
		'Fetch it with an HTTP Request node without a credential, and turn off the download here.',
	);
}

export function failed(problem: string, todo: string): Download {
	return { kind: 'failed', problem, todo };
}
