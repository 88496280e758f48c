import { callSmile } from '../support/smile/call';
import type { SmileSwitches } from '../support/smile/switches';
import { startReceiver } from '../support/smile/receiver';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const smileWith = async (switches: Partial<SmileSwitches>) => await worlds.startSmile({ switches });

describe('a switch of the simulated Smile', () => {
	it.each([
		['null', { nextCursor: null }],
		['empty', { nextCursor: '' }],
		['missing', {}],
	] as const)('ends a list with the cursor %s', async (lastCursor, cursor) => {
		const smile = await smileWith({ lastCursor });
		smile.data.people(1);

		const lists = [await callSmile(smile, '/users'), await callSmile(smile, '/webhooks')];

		const cursors = lists.map(({ json }) => ({ ...json.data, items: undefined }));
		expect(cursors).toEqual([cursor, cursor]);
	});

	it('numbers the pages', async () => {
		const smile = await smileWith({ numericCursors: true });
		smile.data.people(3);

		const first = await callSmile(smile, '/users?size=2');
		const cursor = first.json.data?.nextCursor;
		const second = await callSmile(smile, `/users?size=2&cursor=${String(cursor)}`);

		expect(typeof cursor).toBe('number');
		expect(second.json.data?.items).toHaveLength(1);
	});

	it.each(['oldestFirst', 'newestFirst', 'byId'] as const)('lists %s', async (listOrder) => {
		const smile = await smileWith({ listOrder });
		const made = [1, 2, 3].map(() => smile.webhooks.add().id);
		const expected = {
			oldestFirst: made,
			newestFirst: [...made].reverse(),
			byId: [...made].sort(),
		};

		const ids: string[] = [];
		for (let cursor = ''; ; ) {
			const { json } = await callSmile(smile, `/webhooks?size=1&cursor=${cursor}`);
			ids.push(...(json.data?.items as Array<{ id: string }>).map(({ id }) => id));
			if (!json.data?.nextCursor) break;
			cursor = String(json.data.nextCursor);
		}

		expect(ids).toEqual(expected[listOrder]);
	});

	it.each([
		['envelope', 'MISSING_RESOURCE'],
		['page', undefined],
	] as const)('answers an unknown path with its %s', async (unknownPath, code) => {
		const smile = await smileWith({ unknownPath });

		const answer = await callSmile(smile, '/nowhere');

		expect(answer.status).toBe(404);
		expect(answer.json.code).toBe(code);
	});

	it('refuses a wrong key without the envelope', async () => {
		const smile = await smileWith({ bareWrongKey: true });

		const answer = await callSmile(smile, '/webhooks', { keys: null });

		expect(answer.status).toBe(400);
		expect(answer.json).toEqual({ message: 'Unauthorized' });
	});

	it('leaves out what a webhook need not have', async () => {
		const smile = await smileWith({ sparseWebhooks: true });
		const { id } = smile.webhooks.add();

		const { json } = await callSmile(smile, `/webhooks/${id}`);

		expect(Object.keys(json.data ?? {}).sort()).toEqual(
			['active', 'createdAt', 'eventTypes', 'id', 'name', 'updatedAt', 'url'].sort(),
		);
	});

	it.each([
		[true, 400, 0],
		[false, 200, 1],
	])('demands a secret: %s', async (secretsRequired, status, count) => {
		const smile = await smileWith({ secretsRequired });
		const receiver = await startReceiver();
		smile.mapHost('https://receiver.example.test', receiver.origin);
		const url = 'https://receiver.example.test/';

		const answer = await callSmile(smile, '/webhooks', {
			method: 'POST',
			body: { name: 'x', url, eventTypes: ['ALL_EVENTS'], active: true },
		});
		await smile.emit('USER_CREATED');

		await receiver.close();
		expect([answer.status, answer.json.data?.secret]).toEqual([status, undefined]);
		const signatures = receiver.received.map(({ headers }) => headers['smile-signature']);
		expect(signatures).toEqual(Array(count).fill(undefined));
	});

	it.each([
		['record', 200],
		['missing', 404],
	] as const)('gives what was revoked as %s', async (revokedItself, status) => {
		const smile = await smileWith({ revokedItself });
		const life = { account: 'revoked', archive: 'revoked' } as const;
		const { accountId, archiveId } = smile.data.live(new Date(), life);

		const paths = [`/accounts/${accountId}`, `/archives/${archiveId}`];
		const answers = await Promise.all(paths.map(async (path) => await callSmile(smile, path)));

		expect(answers.map((answer) => answer.status)).toEqual([status, status]);
		expect((await callSmile(smile, '/accounts')).json.data?.items).toHaveLength(1);
	});

	it.each([
		['asSent', 200, [['ALL_EVENTS', 'USER_CREATED']]],
		['alone', 200, [['ALL_EVENTS']]],
		['refused', 400, []],
	] as const)('takes ALL_EVENTS among others %s', async (allEventsAmongOthers, status, kept) => {
		const smile = await smileWith({ allEventsAmongOthers });

		const answer = await callSmile(smile, '/webhooks', {
			method: 'POST',
			body: {
				name: 'x',
				url: 'https://receiver.example.test',
				eventTypes: ['ALL_EVENTS', 'USER_CREATED'],
				active: true,
				secret: 'dummy',
			},
		});

		expect(answer.status).toBe(status);
		expect(smile.webhooks.all.map(({ eventTypes }) => eventTypes)).toEqual(kept);
	});

	it.each([
		['MISSING_RESOURCE', 404],
		['OK', 200],
	] as const)('deletes an unknown webhook: %s', async (unknownDeletion, status) => {
		const smile = await smileWith({ unknownDeletion });

		const answer = await callSmile(smile, '/webhooks/unknown', { method: 'DELETE' });

		expect(answer.status).toBe(status);
	});

	it('answers a deletion without a body', async () => {
		const smile = await smileWith({ deletionAnswer: 'empty' });
		const { id } = smile.webhooks.add();

		const answer = await callSmile(smile, `/webhooks/${id}`, { method: 'DELETE' });

		expect([answer.status, answer.text]).toEqual([204, '']);
		expect(smile.webhooks.all).toEqual([]);
	});

	it.each([
		[{}, 300],
		[{ accountPayloadCapped: false }, 401],
	])('gives the lists of an account bare with %j: %d', async (switches, count) => {
		const smile = await smileWith(switches);
		const { accountId } = smile.data.live(new Date(), { account: 'connected' });
		smile.data.transactions(401 - smile.data.of('transactions', accountId).length, accountId);

		const { json } = await callSmile(smile, `/accounts/${accountId}/payload`);

		expect(json.data?.transactions).toHaveLength(count);
	});

	it('gives the lists of an account as pages', async () => {
		const smile = await smileWith({ accountPayloadLists: 'pages' });
		const { accountId } = smile.data.live(new Date(), { account: 'connected' });

		const { json } = await callSmile(smile, `/accounts/${accountId}/payload`);

		expect(json.data).toMatchObject({
			metadata: { sourceId: accountId },
			transactions: { nextCursor: null, items: expect.any(Array) },
		});
	});

	it.each([
		['missing', 404],
		['empty', 200],
	] as const)('gives of a revoked account a payload that is %s', async (revokedPayload, status) => {
		const smile = await smileWith({ revokedPayload });
		const { accountId } = smile.data.live(new Date(), { account: 'revoked' });

		const answer = await callSmile(smile, `/accounts/${accountId}/payload`);

		expect(answer.status).toBe(status);
		expect(answer.json.data?.transactions).toBeUndefined();
	});

	it.each([
		['missing', '{}'],
		['null', '{"payload":null}'],
		['emptyObject', '{"payload":{}}'],
	] as const)('sends no payload in the form %s', async (emptyPayload, data) => {
		const smile = await smileWith({ emptyPayload });
		const receiver = await startReceiver();
		smile.webhooks.add({ url: `${receiver.origin}/` });

		const event = { id: 'et-1', type: 'TASK_FINISHED', data: { payload: { incomes: null } } };
		await smile.emit(event);

		const [{ body }] = receiver.received;
		await receiver.close();
		expect(body.toString()).toBe(`{"id":"et-1","type":"TASK_FINISHED","data":${data}}`);
	});

	it('leaves out of events what need not be there', async () => {
		const smile = await smileWith({ sparseEvents: true });
		const receiver = await startReceiver();
		smile.webhooks.add({ url: `${receiver.origin}/` });

		await smile.emit('TASK_FINISHED');

		const [{ body }] = receiver.received;
		await receiver.close();
		const { data } = JSON.parse(body.toString()) as { data: Record<string, unknown> };
		expect(Object.keys(data).sort()).toEqual(['datapoints', 'sourceId', 'sourceType', 'userId']);
	});
});
