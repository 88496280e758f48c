import type { SmileKeys } from './options';
import type { SimulatedSmile } from './simulatedSmile';

export interface Call {
	method?: string;
	/** Sent as JSON. */
	body?: unknown;
	/** Instead of the keys of the simulation; null sends none. */
	keys?: SmileKeys | null;
	headers?: Record<string, string>;
}

export interface Called {
	status: number;
	text: string;
	contentType: string | null;
	headers: Headers;
	/** The parsed answer; empty where it is no JSON. */
	json: { code?: string; message?: string; requestId?: string; data?: Record<string, unknown> };
}

/** One request to the simulation as a client other than ours makes it. */
export async function callSmile(
	smile: SimulatedSmile,
	path: string,
	{ method = 'GET', body, keys = smile, headers = {} }: Call = {},
): Promise<Called> {
	const all = new Headers(keys ? { authorization: basicOf(keys) } : {});
	if (body !== undefined) all.set('content-type', 'application/json');
	for (const [name, value] of Object.entries(headers)) all.set(name, value);
	const sent = body === undefined ? undefined : JSON.stringify(body);
	const answer = await fetch(smile.baseUrl + path, { method, body: sent, headers: all });
	const text = await answer.text();
	const contentType = answer.headers.get('content-type');
	const { status, headers: answered } = answer;
	return { status, text, contentType, headers: answered, json: parsed(text) };
}

function basicOf({ apiKey, apiSecret }: SmileKeys): string {
	return `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}`;
}

function parsed(text: string): Called['json'] {
	try {
		return JSON.parse(text) as Called['json'];
	} catch {
		return {};
	}
}
