/* eslint-disable @n8n/community-nodes/no-restricted-imports -- sends HTTP */
import { once } from 'node:events';
import { Agent, request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';

export type CallHeaders = OutgoingHttpHeaders;

export interface Call {
	method?: string;
	headers: CallHeaders;
	body: Buffer;
}

/** What came back; status 0 when the server ended the connection without an answer. */
export interface Reply {
	status: number;
	body: string;
	/** Milliseconds from the request until the whole answer was there. */
	millis: number;
}

/** After so long without an answer a call counts as unanswered. */
const PATIENCE_MS = 120_000;

/** Posts over connections that stay open, at most so many at a time; further calls wait for a free one. */
export class KeepAliveClient {
	private readonly agent: Agent;

	constructor(connections: number) {
		this.agent = new Agent({ keepAlive: true, maxSockets: connections });
	}

	async send(url: string, call: Call): Promise<Reply> {
		const startedAt = performance.now();
		const { status, body } = await this.exchange(url, call, true);
		return { status, body, millis: performance.now() - startedAt };
	}

	/** Ends every connection. */
	close(): void {
		this.agent.destroy();
	}

	private async exchange(
		url: string,
		call: Call,
		mayRepeat: boolean,
	): Promise<Omit<Reply, 'millis'>> {
		const { method = 'POST', headers, body } = call;
		const length = { 'content-length': body.length };
		const outgoing = request(url, {
			method,
			agent: this.agent,
			headers: { ...length, ...headers },
			signal: AbortSignal.timeout(PATIENCE_MS),
		});
		outgoing.setNoDelay(true);
		const answered = once(outgoing, 'response') as Promise<[IncomingMessage]>;
		// After the first error `once` listens no more, and a second one would end the process.
		outgoing.on('error', () => undefined);
		outgoing.end(body);
		try {
			const [answer] = await answered;
			const received: Buffer[] = [];
			for await (const chunk of answer) received.push(chunk as Buffer);
			return { status: answer.statusCode ?? 0, body: Buffer.concat(received).toString() };
		} catch (error) {
			// The server may close an idle connection in the moment it is used again.
			const isCut = (error as NodeJS.ErrnoException).code === 'ECONNRESET';
			if (isCut && outgoing.reusedSocket && mayRepeat) return await this.exchange(url, call, false);
			return { status: 0, body: '' };
		}
	}
}
