import type { StoredWebhook } from './webhookStore';

/**
 * What can be delivered: a documented type (its sample is sent), an event or anything else that
 * becomes JSON, or the exact body as text or bytes.
 */
export type Deliverable = string | Buffer | object;

export interface SendOptions {
	/** Changes the body on the way: after it was signed. */
	alter?: (body: Buffer) => Buffer | string;
	/** Further headers; they replace those of the same name. */
	headers?: Record<string, string | string[]>;
	/** Sent instead of the right signature; null sends none, a list sends several headers. */
	signature?: string | null | string[];
	/** application/json unless said otherwise; null sends none. */
	contentType?: string | null;
	/** Into how many pieces the body is cut on the wire. */
	chunks?: number;
	/** Compresses the body after it was signed. */
	gzip?: boolean;
	/** Milliseconds before each further try; two of 20 unless said otherwise. */
	retryPauses?: number[];
	/** False: one try only. */
	retry?: boolean;
	/** Milliseconds that one try may take; 10 000 unless said otherwise. */
	timeoutMs?: number;
	method?: string;
	/** Changes the sample event, where only a type is given. */
	overrides?: EventFields;
}

export interface DeliverOptions extends SendOptions {
	/** A webhook or an address; without it, the only active webhook. */
	to?: StoredWebhook | string;
	/** Signs instead of the webhook's own secret. */
	secret?: string;
}

/** Fields of an event; those of `data` are merged over the data of the sample. */
export interface EventFields {
	id?: string;
	createdAt?: string;
	data?: object;
	[field: string]: unknown;
}

export interface Attempt {
	/** Null when no answer came. */
	status: number | null;
	durationMs: number;
	/** Why no answer came, such as ECONNREFUSED. */
	error?: string;
}

/** How a delivery ended: status, text and headers are those of the last try. */
export interface Delivered {
	status: number | null;
	body: string;
	headers: NodeJS.Dict<string | string[]>;
	attempts: Attempt[];
	/** The body that was signed, before anything altered it. */
	sent: string;
}

export interface Emitted extends Delivered {
	webhook: StoredWebhook;
}
