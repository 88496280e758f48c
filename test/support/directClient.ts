import type { SmileClient } from '../../nodes/Smile/api/client';
import { Slots } from '../../nodes/Smile/shared/slots';
import type { SmileAccount } from './contexts/sampleCredential';

const ignore = () => {};

/** A client that asks a simulated Smile without n8n; with slots it reads so many things side by side. */
export function directClient(
	{ baseUrl, apiKey, apiSecret }: SmileAccount,
	slots?: number,
): SmileClient {
	const key = Buffer.from(`${apiKey}:${apiSecret}`).toString('base64');
	return {
		node: {
			id: 'node-1',
			name: 'Smile',
			type: 'n8n-nodes-smile.smile',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		},
		credential: { environment: 'custom', baseUrl, apiKey, apiSecret },
		logger: { error: ignore, warn: ignore, info: ignore, debug: ignore },
		slots: slots === undefined ? undefined : new Slots(slots),
		send: async ({ url, qs }) => {
			const query = new URLSearchParams(qs as Record<string, string>).toString();
			const headers = { authorization: `Basic ${key}` };
			const answer = await fetch(`${url}${query && `?${query}`}`, { headers });
			return { statusCode: answer.status, headers: {}, body: await answer.json() };
		},
	};
}
