/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a web server that sees raw bytes and headers */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { AdvisedError } from '../demo/advisedError';
import { jsonIn } from './jsonIn';
import type { JsonObject } from '../../nodes/Smile/shared/jsonObject';

/** One try of a delivery. */
export interface Try {
	/** Of the webhook, as the last part of its address. */
	name: string;
	method: string;
	headers: NodeJS.Dict<string | string[]>;
	/** The address the connection came from. */
	caller: string;
	body: Buffer;
	/** Empty where the body is no JSON object. */
	event: JsonObject;
	/** Milliseconds since the receiver began. */
	at: number;
	/** How long the caller waited before it hung up without an answer. */
	hungUpAfterMs?: number;
}

export type Reaction = 'cut' | { status: number; afterMs?: number; location?: string };

/** What the receiver does with a try, 200 at once unless said otherwise. */
export type React = (arrived: Try) => Reaction;

/** Listens for deliveries at unguessable addresses of one run. */
export class Receiver {
	readonly tries: Try[] = [];

	/** Set once an event was awaited in vain: the next ones are not awaited that long. */
	isSilent = false;

	private readonly reactions = new Map<string, React>();
	private readonly startedAt = performance.now();
	private readonly closing = new AbortController();
	private readonly server = createServer((request, response) => {
		this.receive(request, response).catch(() => response.destroy());
	});

	/** `mark` stands before the name of the webhook in every address. `stop` ends every wait. */
	constructor(
		private readonly mark: string,
		private readonly stop: AbortSignal,
	) {}

	/** Listens to nobody while something is done and for some time after it. */
	async restDuring<T>(work: () => Promise<T>, pauseMs: number): Promise<T> {
		const { port } = this.server.address() as AddressInfo;
		this.server.close();
		this.server.closeAllConnections();
		try {
			const done = await work();
			await pause(pauseMs, undefined, { signal: this.stop });
			return done;
		} finally {
			await this.listen(port);
		}
	}

	async listen(port: number): Promise<void> {
		const listening = once(this.server.listen(port, '127.0.0.1'), 'listening');
		await listening.catch((error: NodeJS.ErrnoException) => {
			throw new AdvisedError(
				`Nobody can listen on SMILE_RECEIVER_PORT (${error.code}). Choose a free port, and lead the tunnel there.`,
			);
		});
	}

	/** Milliseconds since the receiver began. */
	get now(): number {
		return performance.now() - this.startedAt;
	}

	react(name: string, react: React): void {
		this.reactions.set(name, react);
	}

	/** The first try that fits, arrived already or in time; undefined where none came. */
	async waitFor(fits: (arrived: Try) => boolean, timeoutMs: number): Promise<Try | undefined> {
		const deadline = this.now + timeoutMs;
		for (;;) {
			const found = this.tries.find(fits);
			if (found || this.now >= deadline) return found;
			await pause(Math.min(50, timeoutMs), undefined, { signal: this.stop });
		}
	}

	/** Takes the first try with this name out of what has arrived; undefined where there is none. */
	take(name: string): Try | undefined {
		const index = this.tries.findIndex((arrived) => arrived.name === name);
		return index < 0 ? undefined : this.tries.splice(index, 1)[0];
	}

	async close(): Promise<void> {
		// An answer that is yet to come would keep the process alive.
		this.closing.abort();
		this.server.closeAllConnections();
		this.server.close();
	}

	private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const [name, mark] = (request.url ?? '').replace(/\?.*$/s, '').split('/').reverse();
		if (mark !== this.mark) {
			response.writeHead(404).end();
			return;
		}
		const at = this.now;
		const pieces: Buffer[] = [];
		for await (const piece of request) pieces.push(piece as Buffer);
		const body = Buffer.concat(pieces);
		const { method = '', headers, socket } = request;
		const caller = socket.remoteAddress ?? '';
		const arrived: Try = {
			name,
			method,
			headers,
			caller,
			body,
			event: jsonIn(body.toString()),
			at,
		};
		const reaction = this.reactions.get(name)?.(arrived) ?? { status: 200 };
		this.tries.push(arrived);
		if (reaction === 'cut') response.destroy();
		else await this.answer(response, reaction, arrived);
	}

	private async answer(
		response: ServerResponse,
		{ status, afterMs = 0, location }: Exclude<Reaction, 'cut'>,
		arrived: Try,
	): Promise<void> {
		response.on('close', () => {
			if (!response.writableEnded) arrived.hungUpAfterMs = Math.round(this.now - arrived.at);
		});
		if (afterMs > 0) await pause(afterMs, undefined, { signal: this.closing.signal });
		response.writeHead(status, location === undefined ? {} : { location }).end();
	}
}
