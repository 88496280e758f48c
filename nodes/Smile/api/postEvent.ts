import { createHmac } from 'node:crypto';

import type { IExecuteFunctions, IHookFunctions } from 'n8n-workflow';

export interface EventPost {
	url: string;
	/** JSON. */
	text: string;
	/** Signs the text as Smile would; without it there is no signature. */
	secret?: string;
	/** How long the answer may take, in milliseconds. */
	timeout: number;
}

/**
 * Posts to a receiver of events the way Smile does: signed over exactly the bytes, one try, no redirect followed.
 * Throws what n8n's helper throws when no answer comes.
 */
export async function postEvent(
	{ helpers }: IExecuteFunctions | IHookFunctions,
	{ url, text, secret, timeout }: EventPost,
): Promise<{ status: number; body: unknown }> {
	const body = Buffer.from(text);
	const { statusCode, body: answered } = (await helpers.httpRequest({
		method: 'POST',
		url,
		headers: {
			'Content-Type': 'application/json',
			...(secret !== undefined && {
				'Smile-Signature': createHmac('sha512', secret).update(body).digest('hex'),
			}),
		},
		body,
		encoding: 'text',
		timeout,
		disableFollowRedirect: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	})) as { statusCode: number; body: unknown };
	return { status: statusCode, body: answered };
}
