import type { IHttpRequestOptions } from 'n8n-workflow';

import type { SmileClient } from '../../nodes/Smile/api/client';

/** An HTTP answer, or what n8n's helper throws instead of one. */
export type Reply = { status?: number; body?: unknown; location?: string; date?: string } | Error;

export interface ScriptedSmile {
	client: SmileClient;
	/** What was sent, in order. */
	requests: IHttpRequestOptions[];
	/** Method and path of each request. */
	calls(): string[];
	/** Cancels the execution. */
	cancel(): void;
}

let scripts = 0;

/** A client whose requests get these replies, one after the other; further ones are cut. */
export function scriptedSmile(...replies: Reply[]): ScriptedSmile {
	// An address of its own, since requests to the same one share a limit.
	const baseUrl = `https://smile-${(scripts += 1)}.example.test/v1`;
	const requests: IHttpRequestOptions[] = [];
	const cancelling = new AbortController();
	const ignore = () => {};
	return {
		requests,
		calls: () => requests.map(({ method, url }) => `${method} ${url.slice(baseUrl.length)}`),
		cancel: () => cancelling.abort(),
		client: {
			node: {
				id: 'node-1',
				name: 'Smile',
				type: 'n8n-nodes-smile.smile',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			credential: { environment: 'custom', baseUrl, apiKey: 'example-key' },
			logger: { error: ignore, warn: ignore, info: ignore, debug: ignore },
			signal: cancelling.signal,
			send: async (request) => {
				requests.push(request);
				const reply = replies.shift() ?? networkError('ECONNRESET');
				if (reply instanceof Error) throw reply;
				const { status = 200, body, location, date } = reply;
				return await Promise.resolve({ statusCode: status, body, headers: { location, date } });
			},
		},
	};
}

/** An answer in Smile's envelope. */
export function enveloped(data?: unknown, code = 'OK', status = 200): Reply {
	return { status, body: { code, message: 'Why', requestId: 'req-1', data } };
}

/** A page of a list in Smile's envelope. */
export function pageReply(items: unknown, nextCursor?: unknown): Reply {
	return enveloped({ items, nextCursor });
}

/** What n8n's helper throws when no answer comes. */
export function networkError(code: string): Error {
	return Object.assign(new Error('dummy'), { cause: { code } });
}
