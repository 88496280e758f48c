/* eslint-disable @n8n/community-nodes/no-restricted-imports -- files come as streams */
import type {
	IBinaryData,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { Readable } from 'node:stream';

/** What the host of a file answers, or what n8n's helper throws instead of an answer. */
export type FileReply =
	| { status?: number; headers?: IDataObject; body?: Readable }
	| (Error & { cause?: unknown });

/** What n8n's own filter says of a name, or throws. */
export type Verdict = { ok: true } | { ok: false; error: Error } | Error;

export interface ScriptedFiles {
	context: IExecuteFunctions;
	requests: IHttpRequestOptions[];
	/** Names that n8n's filter was asked for. */
	checked: string[];
	/** How the filter was asked for. */
	modes: string[];
	/** Lines in the log. */
	lines: unknown[][];
}

/** A file of these bytes. */
export const fileOf = (...pieces: Array<string | Buffer>) =>
	Readable.from(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)));

/** A file that breaks off behind these bytes. */
export const brokenFile = (error: Error, ...pieces: Buffer[]) =>
	Readable.from(
		(function* () {
			yield* pieces;
			throw error;
		})(),
	);

/** A file of which half comes, and the rest only when it is told to. */
export function stalled() {
	const body = new Readable({ read: () => undefined });
	body.push('pay');
	const finish = () => {
		body.push('slip');
		body.push(null);
	};
	return { reply: { body } satisfies FileReply, body, finish };
}

/** An error that n8n's helper wraps so many times. */
export function wrapped(error: Error, times: number): Error {
	return times === 0 ? error : wrapped(new Error('dummy', { cause: error }), times - 1);
}

/** What n8n's protection throws for an address inside a network. */
export const blocked = () => Object.assign(new Error('dummy'), { name: 'SsrfBlockedIpError' });

/**
 * The part of an execution that fetches files. Its requests get these replies, one after the other. With a verdict n8n has
 * a filter against private networks.
 */
export function scriptedFiles(replies: FileReply[], verdict?: Verdict): ScriptedFiles {
	const requests: IHttpRequestOptions[] = [];
	const [checked, modes]: string[][] = [[], []];
	const lines: unknown[][] = [];
	const filter = (mode: string) => {
		modes.push(mode);
		return {
			validateUrl: async (url: URL) => {
				checked.push(url.hostname);
				if (verdict instanceof Error) throw verdict;
				return await Promise.resolve(verdict);
			},
		};
	};
	const helpers = {
		...(verdict && { getSecureEgressFilter: filter }),
		httpRequest: async (request: IHttpRequestOptions) => {
			requests.push(request);
			const reply = replies.shift() ?? new Error('No reply is left');
			if (reply instanceof Error) throw reply;
			const { status: statusCode = 200, headers = {}, body = fileOf('content') } = reply;
			return await Promise.resolve({ statusCode, headers, body });
		},
		prepareBinaryData: async (file: Readable, fileName: string, mimeType: string) => {
			const pieces = (await file.toArray()) as Buffer[];
			const data = Buffer.concat(pieces).toString('base64');
			return { data, fileName, mimeType } satisfies IBinaryData;
		},
	};
	const logger = { debug: (...line: unknown[]) => void lines.push(line) };
	const context = { helpers, logger } as unknown as IExecuteFunctions;
	return { context, requests, checked, modes, lines };
}
