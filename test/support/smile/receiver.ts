/* eslint-disable @n8n/community-nodes/no-restricted-imports -- sees raw bytes and headers */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
	method: string;
	path: string;
	headers: NodeJS.Dict<string | string[]>;
	/** How often each header came, under its lower-case name. */
	headerCounts: Record<string, number>;
	/** The pieces in which the body arrived. */
	pieces: Buffer[];
	body: Buffer;
}

export interface Receiver {
	origin: string;
	received: Received[];
	/** Statuses of the next answers, 200 when none is left; null gives no answer at all. One with a `code` is the body. */
	answers: Array<number | { code: number } | null>;
	close(): Promise<void>;
}

const ofJson = { 'content-type': 'application/json' };

/** A plain web server on 127.0.0.1 that keeps what it gets, to be delivered to. */
export async function startReceiver(): Promise<Receiver> {
	const received: Received[] = [];
	const answers: Receiver['answers'] = [];
	const server = createServer(async (request, response) => {
		received.push(await read(request));
		const next = answers.length > 0 ? answers.shift() : 200;
		if (!next) return;
		if (typeof next === 'number') response.writeHead(next).end(`answered ${next}`);
		else response.writeHead(next.code, ofJson).end(JSON.stringify(next));
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		received,
		answers,
		close: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

async function read(request: IncomingMessage): Promise<Received> {
	const pieces: Buffer[] = [];
	for await (const piece of request) pieces.push(piece as Buffer);
	const headerCounts: Record<string, number> = {};
	for (const name of request.rawHeaders.filter((_text, index) => index % 2 === 0)) {
		const key = name.toLowerCase();
		headerCounts[key] = (headerCounts[key] ?? 0) + 1;
	}
	const { method = '', url: path = '', headers } = request;
	return { method, path, headers, headerCounts, pieces, body: Buffer.concat(pieces) };
}
