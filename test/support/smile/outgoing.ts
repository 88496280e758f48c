/* eslint-disable @n8n/community-nodes/no-restricted-imports -- needs types of HTTP, and gzip */
import type { OutgoingHttpHeaders } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { SendOptions } from './delivery';
import { signatureHeader, signatureOf } from './signature';

export interface Outgoing {
	method: string;
	headers: OutgoingHttpHeaders;
	pieces: Buffer[];
}

/** What goes over the wire for one try: signed first, then altered, compressed and cut. */
export function outgoingOf(
	body: Buffer,
	secret: string,
	host: string,
	options: SendOptions,
): Outgoing {
	const altered = options.alter ? Buffer.from(options.alter(body)) : body;
	const bytes = options.gzip ? gzipSync(altered) : altered;
	const pieces = cut(bytes, options.chunks ?? 1);
	return { method: options.method ?? 'POST', headers: headersOf(), pieces };

	function headersOf(): OutgoingHttpHeaders {
		const { contentType = 'application/json', signature = signatureOf(body, secret) } = options;
		const headers: OutgoingHttpHeaders = { host };
		if (contentType !== null) headers['content-type'] = contentType;
		if (signature !== null) headers[signatureHeader.toLowerCase()] = signature;
		if (options.gzip) headers['content-encoding'] = 'gzip';
		if (pieces.length === 1) headers['content-length'] = bytes.length;
		for (const [name, value] of Object.entries(options.headers ?? {})) {
			headers[name.toLowerCase()] = value;
		}
		return headers;
	}
}

/** Pieces of about the same size; more of them than bytes are not made. */
function cut(bytes: Buffer, count: number): Buffer[] {
	const size = Math.max(1, Math.ceil(bytes.length / count));
	const pieces: Buffer[] = [];
	for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
	return pieces.length > 0 ? pieces : [bytes];
}
