import { clientOf, clientUntil, lastingClientOf, toTheEnd } from '../../../nodes/Smile/api/client';
import { scriptedContext } from '../../support/scriptedContext';
import { scriptedSmile, enveloped } from '../../support/scriptedSmile';
import { thrownBy } from '../../support/thrownBy';
import { watchedSignal } from '../../support/watchedSignal';

const credential = { environment: 'sandbox', apiKey: 'example-key', apiSecret: 'dummy-secret' };
const request = { url: 'https://sandbox.smileapi.io/v1/users' };

describe('the client of an item', () => {
	it('has the credential of its item, and its place among the others', async () => {
		const { context, reads, node, logger, signal } = scriptedContext(credential);

		const client = await clientOf(context, 3);

		expect(reads).toEqual([['getSmileApi', 3]]);
		expect(client).toMatchObject({ node, credential, logger, isUrgent: false });
		expect(client.signal).toBe(signal);
		expect(client.lane).toBe(context);
	});

	it('goes before items where it belongs to none', async () => {
		const { context, reads } = scriptedContext(credential);

		expect((await clientOf(context)).isUrgent).toBe(true);
		expect((await clientOf(context, 0)).isUrgent).toBe(false);
		expect(reads).toEqual([
			['getSmileApi', undefined],
			['getSmileApi', 0],
		]);
	});

	it('has n8n put the key of its item into a request', async () => {
		const { context, sent } = scriptedContext(credential, 'answer');
		const client = await clientOf(context, 1);

		expect(await client.send(request)).toBe('answer');
		expect(sent).toEqual([
			{
				request,
				type: 'getSmileApi',
				more: {
					credentialsDecrypted: {
						id: '',
						name: 'getSmileApi',
						type: 'getSmileApi',
						data: credential,
					},
				},
				self: context,
			},
		]);
	});
});

describe('a client that outlives the call it was made in', () => {
	it('puts the key into a request by itself', async () => {
		const { context, sent, reads } = scriptedContext(credential, 'answer');
		const client = await lastingClientOf(context);

		expect(await client.send(request)).toBe('answer');
		expect(sent).toEqual([
			{ request: { ...request, auth: { username: 'example-key', password: 'dummy-secret' } } },
		]);
		expect(client).toMatchObject({ credential, isUrgent: true });
		expect(reads).toEqual([['getSmileApi']]);
	});

	it('sends an empty key where the credential has none', async () => {
		const { context, sent } = scriptedContext({});

		await (await lastingClientOf(context)).send(request);

		expect(sent[0].request.auth).toEqual({ username: '', password: '' });
	});
});

describe('a client for what has to be finished', () => {
	it('puts the key of its item into a request by itself, and hears of no cancellation', async () => {
		const { context, sent } = scriptedContext(credential, 'answer');
		const client = await clientOf(context, 1);

		const lasting = toTheEnd(client);

		expect(await lasting.send(request)).toBe('answer');
		expect(sent).toEqual([
			{ request: { ...request, auth: { username: 'example-key', password: 'dummy-secret' } } },
		]);
		expect(lasting).toMatchObject({ credential, lane: context, signal: undefined });
	});

	it('sends as it did before where nothing cancels that', async () => {
		const { client, requests } = scriptedSmile(enveloped(1));

		await toTheEnd(client).send(request);

		expect(requests).toEqual([request]);
	});
});

describe('a client for something that may be given up', () => {
	it('gives what Smile answers, under its own signal', async () => {
		const smile = scriptedSmile(enveloped(1));
		const { signal } = new AbortController();

		const client = clientUntil(smile.client, signal);

		expect(client.signal).toBe(signal);
		expect(await client.send(request)).toMatchObject({ statusCode: 200 });
		expect(smile.requests).toEqual([request]);
	});

	it('waits for no answer any more once it is given up', async () => {
		const { client } = scriptedSmile();
		const hangs = { ...client, send: async () => await new Promise(() => {}) };
		const stop = new AbortController();
		const sending = thrownBy(clientUntil(hangs, stop.signal).send(request));

		stop.abort();

		expect(await sending).toMatchObject({
			name: 'NodeOperationError',
			message: 'No longer wanted',
		});
	});

	it('listens for that no longer than its request lasts', async () => {
		const { client } = scriptedSmile(enveloped(1));
		const { signal, isHeard } = watchedSignal();

		await clientUntil(client, signal).send(request);

		expect(isHeard()).toEqual([false]);
	});
});
