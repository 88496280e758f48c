import type { IDataObject } from 'n8n-workflow';

import { callOnce } from './callOnce';
import type { Call } from './session';
import type { N8n } from './types';

/** One call of n8n's public API, answered with its JSON. */
export type PublicCall = (method: string, path: string, body?: IDataObject) => Promise<IDataObject>;

/** A new key for n8n's public API, which may do everything. */
export async function newApiKey(call: Call): Promise<string> {
	const scopes = await call<string[]>('GET', '/api-keys/scopes');
	const label = 'Tests';
	const { rawApiKey } = await call<{ rawApiKey: string }>('POST', '/api-keys', {
		label,
		scopes,
		expiresAt: null,
	});
	return rawApiKey;
}

/** A key for n8n's public API, and the way to use it. */
export async function openPublicApi({ origin }: N8n, call: Call): Promise<PublicCall> {
	const rawApiKey = await newApiKey(call);
	return async (method, path, body) => {
		const headers = { 'x-n8n-api-key': rawApiKey, 'content-type': 'application/json' };
		const answer = await callOnce(`${origin}/api/v1${path}`, {
			method,
			headers,
			body: body && JSON.stringify(body),
		});
		const text = await answer.text();
		if (!answer.ok) throw new Error(`n8n answered ${answer.status} to ${method} ${path}: ${text}`);
		return JSON.parse(text) as IDataObject;
	};
}
