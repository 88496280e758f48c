/* eslint-disable @n8n/community-nodes/no-restricted-imports -- pauses between two requests */
import { setTimeout as pause } from 'node:timers/promises';
import { isJsonObject, type JsonObject } from '../../nodes/Smile/shared/jsonObject';
import { jsonIn } from './jsonIn';
import type { Patience } from './patience';
import type { ProbeSettings } from './settings';

export interface Ask {
	method?: string;
	/** Sent as JSON. */
	body?: unknown;
	/** Content type instead of JSON's; null sends none. */
	type?: string | null;
	/** Sent instead of the secret of the API. */
	apiSecret?: string;
}

/** An answer as it came. */
export interface Answer {
	status: number;
	headers: Headers;
	text: string;
	/** Empty where the answer is no JSON object. */
	json: JsonObject;
	/** `data` of Smile's envelope; empty where there is none. */
	data: JsonObject;
	/** Of Smile's envelope; undefined where something else answered. */
	code?: string;
	durationMs: number;
}

/** Speaks HTTP to the sandbox and shows what came, without a second try but for the rate limit. */
export class SmileClient {
	private before: Promise<unknown> = Promise.resolve();

	constructor(
		private readonly settings: ProbeSettings,
		private readonly patience: Patience,
		/** Aborted when the run was interrupted; what clears away listens to none. */
		private readonly stop?: AbortSignal,
	) {}

	/** One request, some time after the one before; once more where the rate limit was hit. */
	async ask(path: string, ask: Ask = {}): Promise<Answer> {
		const turn = this.before.then(async () => {
			await pause(this.patience.betweenRequestsMs);
			const answer = await this.send(path, ask);
			if (answer.status !== 429) return answer;
			await pause(1_500);
			return await this.send(path, ask);
		});
		this.before = turn.catch(() => undefined);
		return await turn;
	}

	/** One request at once. Throws a sentence without the address when no answer came. */
	async send(path: string, ask: Ask = {}): Promise<Answer> {
		this.stop?.throwIfAborted();
		return await this.exchange(path, ask).catch((error: unknown) => {
			this.stop?.throwIfAborted();
			throw new Error(`${ask.method ?? 'GET'} ${pathOf(path)} got no answer (${causeOf(error)})`);
		});
	}

	private async exchange(path: string, ask: Ask): Promise<Answer> {
		const { method = 'GET', body, type = body === undefined ? null : 'application/json' } = ask;
		const timeout = AbortSignal.timeout(this.patience.answerMs);
		const startedAt = performance.now();
		const answer = await fetch(this.settings.baseUrl + path, {
			method,
			body: body === undefined ? undefined : bytesOf(body),
			headers: this.headers(type, ask.apiSecret),
			// A redirection would carry the key to a host that was not checked.
			redirect: 'manual',
			signal: AbortSignal.any([...(this.stop ? [this.stop] : []), timeout]),
		});
		const text = await answer.text();
		const durationMs = Math.round(performance.now() - startedAt);
		return { status: answer.status, headers: answer.headers, text, ...parsed(text), durationMs };
	}

	private headers(type: string | null, apiSecret = this.settings.apiSecret): Headers {
		const pair = Buffer.from(`${this.settings.apiKey}:${apiSecret}`).toString('base64');
		const headers = new Headers({ authorization: `Basic ${pair}` });
		if (type !== null) headers.set('content-type', type);
		return headers;
	}
}

/** Bytes, since `fetch` itself gives a text a content type. */
function bytesOf(body: unknown): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(JSON.stringify(body));
}

function parsed(text: string): Pick<Answer, 'json' | 'data' | 'code'> {
	const json = jsonIn(text);
	const { code, data } = json;
	return {
		json,
		data: isJsonObject(data) ? data : {},
		...(typeof code === 'string' ? { code } : {}),
	};
}

/** A path without its query and ids. */
function pathOf(path: string): string {
	return path.replace(/\?.*$/s, '').replace(/[\w-]*\d[\w-]*/g, '…');
}

function causeOf(error: unknown): string {
	const { name, cause } = error as { name?: string; cause?: { code?: unknown } };
	return name === 'TimeoutError' ? 'time is up' : String(cause?.code ?? name);
}
