import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { postEvent } from '../../../nodes/Smile/api/postEvent';
import vectors from '../../fixtures/vectors.json';

const url = 'https://n8n.example.test/webhook/smile';

/** A context of n8n whose helper gives one answer, and what it was asked. */
function answering(answer: unknown) {
	const requests: IHttpRequestOptions[] = [];
	const helpers = {
		httpRequest: async (request: IHttpRequestOptions) => {
			requests.push(request);
			if (answer instanceof Error) throw answer;
			return await Promise.resolve(answer);
		},
	};
	return { context: { helpers } as unknown as IExecuteFunctions, requests };
}

describe('an event posted to a receiver', () => {
	it('goes out once, as its very bytes, and follows no redirect', async () => {
		const { context, requests } = answering({ statusCode: 302, body: 'moved' });

		const answer = await postEvent(context, { url, text: '{"name":"año"}', timeout: 9_000 });

		expect(answer).toEqual({ status: 302, body: 'moved' });
		expect(requests).toEqual([
			{
				method: 'POST',
				url,
				headers: { 'Content-Type': 'application/json' },
				body: Buffer.from('{"name":"año"}', 'utf8'),
				encoding: 'text',
				timeout: 9_000,
				disableFollowRedirect: true,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
			},
		]);
	});

	it.each(vectors)('is signed as Smile signs it: $name', async ({ body, secret, signature }) => {
		const { context, requests } = answering({ statusCode: 200, body: 'ok' });

		await postEvent(context, { url, text: body, secret, timeout: 9_000 });

		expect(requests[0].headers).toEqual({
			'Content-Type': 'application/json',
			'Smile-Signature': signature,
		});
		expect(requests[0].body).toEqual(Buffer.from(body, 'utf8'));
	});

	it('is signed also with an empty secret, where one was given', async () => {
		const { context, requests } = answering({ statusCode: 200, body: 'ok' });

		await postEvent(context, { url, text: '{}', secret: '', timeout: 9_000 });

		expect(requests[0].headers).toHaveProperty('Smile-Signature');
	});

	it('throws what n8n throws where no answer comes', async () => {
		const { context } = answering(new Error('no answer'));

		await expect(postEvent(context, { url, text: '{}', timeout: 1 })).rejects.toThrow('no answer');
	});
});
