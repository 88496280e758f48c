/* eslint-disable @n8n/community-nodes/no-restricted-imports -- sends HTTP */
import { once } from 'node:events';
import { request as requestHttp, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { request as requestHttps } from 'node:https';

export interface Post {
	url: URL;
	method: string;
	headers: OutgoingHttpHeaders;
	/** Written one by one; without a content length each is a chunk of its own. */
	pieces: Buffer[];
	signal: AbortSignal;
}

export interface PostAnswer {
	status: number;
	headers: IncomingMessage['headers'];
	body: string;
}

/** Sends one request on a connection of its own and reads the whole answer; no redirects. */
export async function post({ url, method, headers, pieces, signal }: Post): Promise<PostAnswer> {
	const options = { method, headers, signal, agent: false, rejectUnauthorized: false };
	const send = url.protocol === 'https:' ? requestHttps : requestHttp;
	const outgoing = send(url, options);
	outgoing.setNoDelay(true);
	// After the first error `once` listens no more, and a second one would end the process.
	outgoing.on('error', () => undefined);
	const answered = once(outgoing, 'response') as Promise<[IncomingMessage]>;
	for (const piece of pieces) outgoing.write(piece);
	outgoing.end();
	const [answer] = await answered;
	const received: Buffer[] = [];
	for await (const chunk of answer) received.push(chunk as Buffer);
	return {
		status: answer.statusCode ?? 0,
		headers: answer.headers,
		body: Buffer.concat(received).toString('utf8'),
	};
}
