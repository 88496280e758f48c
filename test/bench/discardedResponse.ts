/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a response of Node's HTTP server */
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Response } from 'express';

/** A response of Node's own HTTP server, with the two methods of Express that n8n and the node call. */
export class DiscardedResponse extends ServerResponse {
	constructor() {
		const request = new IncomingMessage(new Socket());
		request.method = 'POST';
		super(request);
		// What is written goes nowhere; a plain stream is cheaper than a connection.
		const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
		this.assignSocket(sink as Socket);
	}

	status(code: number): this {
		this.statusCode = code;
		return this;
	}

	json(data: unknown): this {
		this.setHeader('content-type', 'application/json; charset=utf-8');
		this.end(JSON.stringify(data));
		return this;
	}

	/** Resolves once the answer has left, which is when the node counts a delivery as accepted. */
	async whenSent(): Promise<void> {
		if (!this.writableFinished) await finished(this);
	}

	/** As n8n's contexts type it. */
	asExpress(): Response {
		return this as unknown as Response;
	}
}
