import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import type { SmileClient } from '../../nodes/Smile/api/client';
import { CapturedLogs, type LogLine } from './contexts/capturedLogs';
import { enveloped, pageReply, type Reply } from './scriptedSmile';
import { WebhookStore, type NewWebhook } from './smile/webhookStore';
import { askUnlimited } from './unlimited';

/** One request to Smile, with the key that it was sent with. */
export interface Asked {
	/** Such as "DELETE /webhooks/w-1". */
	call: string;
	key?: string;
	body?: IDataObject;
	headers?: IDataObject;
}

/** What comes instead of Smile's answer; a function is run before Smile does its work, and may give such a reply. */
export type Interference = Reply | (() => Reply | void | Promise<Reply | void>);

let count = 0;

/** Smile's webhooks in memory, without sockets: what n8n's HTTP helper would find at an address of its own. */
export class MemorySmile {
	readonly baseUrl = `https://memory-${(count += 1)}.example.test/v1`;
	readonly webhooks = new WebhookStore();
	readonly asked: Asked[] = [];
	readonly logger = new CapturedLogs();
	readonly lines: LogLine[] = this.logger.capture().lines;
	private readonly interferences: Array<{ method: string; by: Interference }> = [];

	constructor() {
		askUnlimited(this.baseUrl);
	}

	get credential(): IDataObject {
		const account = { apiKey: 'example-key', apiSecret: 'example-secret' };
		return { environment: 'custom', baseUrl: this.baseUrl, ...account };
	}

	/** Everything that was asked, such as "GET /webhooks". */
	get calls(): string[] {
		return this.asked.map(({ call }) => call);
	}

	/** What was asked but for reading. */
	get writes(): string[] {
		return this.calls.filter((call) => !call.startsWith('GET '));
	}

	get ids(): string[] {
		return this.webhooks.all.map(({ id }) => id);
	}

	/** The next requests with this method get these replies. */
	interfere(method: string, ...replies: Interference[]): void {
		this.interferences.push(...replies.map((by) => ({ method, by })));
	}

	async answer(request: IHttpRequestOptions): Promise<unknown> {
		const { method = 'GET', url, headers } = request;
		const path = url.replace(this.baseUrl, '');
		const body = request.body as IDataObject | undefined;
		this.asked.push({ call: `${method} ${path}`, key: request.auth?.username, body, headers });
		const place = this.interferences.findIndex((one) => one.method === method);
		const [interference] = place < 0 ? [] : this.interferences.splice(place, 1);
		const by = interference?.by;
		const reply = (typeof by === 'function' ? await by() : by) ?? this.reply(method, path, body);
		if (reply instanceof Error) throw reply;
		return { statusCode: reply.status ?? 200, body: reply.body, headers: {} };
	}

	client(): SmileClient {
		return {
			node: nodeOf(),
			credential: this.credential as SmileClient['credential'],
			logger: this.logger,
			send: async (request) => await this.answer(request),
		};
	}

	private reply(method: string, path: string, body: IDataObject = {}): Reply {
		const id = decodeURIComponent(path.slice('/webhooks/'.length));
		if (method === 'GET')
			return pageReply(this.webhooks.all.map((one) => this.webhooks.shown(one)));
		if (method === 'POST') {
			const wanted = body as unknown as NewWebhook;
			const refusal = this.webhooks.refusalAt(wanted.url);
			if (refusal) return enveloped({}, refusal.code, refusal.status);
			const made = this.webhooks.add(wanted);
			return enveloped(this.webhooks.shown(made), 'CREATED');
		}
		return this.webhooks.remove(id) ? enveloped() : enveloped({}, 'MISSING_RESOURCE', 404);
	}
}

/** A refusal of the fields that were sent. */
export const refused = enveloped({}, 'INVALID_PARAMETERS', 400);

function nodeOf(): SmileClient['node'] {
	return {
		id: 'node-1',
		name: 'Smile Trigger',
		type: 'n8n-nodes-smile.smileTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
}

/** The texts that were logged, each after its level. */
export function said({ lines }: { lines: readonly LogLine[] }): string[] {
	return lines.map(({ level, message }) => `${level}: ${message}`);
}
