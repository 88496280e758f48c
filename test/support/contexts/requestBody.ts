/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- reads requests and fails like n8n's server */
import type { IncomingMessage } from 'node:http';
import { parse as parseForm } from 'node:querystring';
import type { Readable } from 'node:stream';
import { createGunzip, createInflate } from 'node:zlib';
import type { Request, RequestHandler } from 'express';
import { jsonParse, type IDataObject } from 'n8n-workflow';
import readStream from 'raw-body';
import { requireAsCore } from './core';
import { ResponseError } from './responseError';

/** N8N_PAYLOAD_SIZE_MAX unless it is set. */
const SIZE_LIMIT = '16mb';

/** Gives a request `readRawBody`; nothing is read yet (n8n 2.41, middlewares/body-parser). */
export const offerRawBody: RequestHandler = (request, _response, next) => {
	const { parseIncomingMessage } = requireAsCore('@n8n/backend-network') as {
		parseIncomingMessage(message: IncomingMessage): void;
	};
	parseIncomingMessage(request);
	request.readRawBody = async () => {
		// Typed as always there, though it is only once the body was read.
		request.rawBody ??= await readRawBody(request);
	};
	next();
};

/** The bytes of a body, decompressed. Throws what n8n's reader throws, such as 413 with `status`. */
async function readRawBody(request: Request): Promise<Buffer> {
	const { 'content-encoding': encoding, 'content-length': length } = request.headers;
	let stream: Readable = request;
	if (encoding === 'gzip') stream = request.pipe(createGunzip());
	if (encoding === 'deflate') stream = request.pipe(createInflate());
	if (request.destroyed || !stream.readable) {
		throw new ResponseError(400, 'Request body stream was aborted or is not readable');
	}
	try {
		return await readStream(stream, {
			length: stream === request ? length : undefined,
			limit: SIZE_LIMIT,
		});
	} catch (error) {
		const { type } = error as { type?: string };
		const isAborted = type === 'stream.not.readable' || type === 'request.aborted';
		if (!isAborted) throw error;
		throw new ResponseError(400, 'Request body stream was aborted mid-read or is not readable');
	}
}

/** Reads the body and, where the content type is one that n8n knows, parses it. XML stays unparsed here. */
export async function parseBody(request: Request): Promise<void> {
	await request.readRawBody();
	const { rawBody, contentType, encoding } = request;
	if (!rawBody?.length) return;
	try {
		if (contentType === 'application/json') {
			request.body = jsonParse(withoutBom(rawBody.toString(encoding)));
		} else if (contentType === 'application/x-www-form-urlencoded') {
			request.body = { ...parseForm(withoutBom(rawBody.toString(encoding))) } as IDataObject;
		} else if (contentType === 'text/plain') {
			request.body = rawBody.toString(encoding);
		}
	} catch (error) {
		throw new ResponseError(422, 'Failed to parse request body', (error as Error).message);
	}
}

/** Whether n8n reads a body before it asks a node of typeVersion 2 or above. */
export function isParsable(contentType = ''): boolean {
	return (
		['application/json', 'text/plain', 'application/x-www-form-urlencoded'].some((known) =>
			contentType.startsWith(known),
		) || /(\/|\+)xml$/.test(contentType)
	);
}

function withoutBom(text: string): string {
	return text.replace(/^\uFEFF/, '');
}
