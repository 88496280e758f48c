import { itemsOf, Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const accepted = JSON.stringify({ status: 'accepted' });
const ignored = (reason: string) => JSON.stringify({ status: 'ignored', reason });

describe('a filter', () => {
	const filtered = { status: 200, body: ignored('filtered') };

	it('ignores types that were not asked for', async () => {
		const { smile, trigger } = await worlds.publish({ events: ['INCOMES_ADDED'] });

		expect(await smile.deliver('USER_CREATED')).toMatchObject(filtered);
		expect((await smile.deliver('INCOMES_ADDED')).body).toBe(accepted);
		expect(trigger.executions).toHaveLength(1);
	});

	it('knows the types that a person typed', async () => {
		const { smile, trigger } = await worlds.publish(
			{ events: ['INCOMES_ADDED'], options: { otherEventTypes: ' ADDED_LATER , X' } },
			{ extraEventTypes: ['ADDED_LATER', 'X'] },
		);

		expect((await smile.deliver({ id: 'et-1', type: 'ADDED_LATER' })).body).toBe(accepted);
		expect(smile.webhooks.all[0]?.eventTypes).toEqual(['ADDED_LATER', 'INCOMES_ADDED', 'X']);
		expect(trigger.executions).toHaveLength(1);
	});

	it.each([
		[{ providers: 'sss_ph, nbi_ph' }, { providers: ['nbi_ph'] }, { providers: ['other'] }],
		[{ userIds: 'acme-1' }, { userId: 'acme-1' }, { userId: 'acme-2' }],
		[{ userIds: 'acme-1' }, { session: { userId: 'acme-1' } }, {}],
		[{ datapoints: ['INCOMES'] }, { datapoints: ['INCOMES'] }, { datapoints: [] }],
		[{ datapoints: 'INSIGHT' }, { datapoints: ['INSIGHTS'] }, { datapoints: ['INCOMES'] }],
		[{ statuses: ['FAILED'] }, { status: 'FAILED' }, { status: 'SUCCEEDED' }],
		[{ sourceTypes: ['ACCOUNT'] }, { sourceType: null }, { sourceType: 'ARCHIVE' }],
	])('of %j lets %j pass and not %j', async (options, wanted, unwanted) => {
		const { smile, trigger } = await worlds.publish({ options });
		const event = (id: string, data: object) => ({ id, type: 'INCOMES_ADDED', data });

		expect((await smile.deliver(event('et-1', wanted))).body).toBe(accepted);
		expect(await smile.deliver(event('et-2', unwanted))).toMatchObject(filtered);
		expect(trigger.executions).toHaveLength(1);
		expect(trigger.logs).toContainEqual(
			expect.objectContaining({
				level: 'info',
				message: expect.stringContaining('Smile delivery ignored: filtered'),
			}),
		);
	});

	it('of data lets only records of that data come out', async () => {
		const { smile, trigger } = await worlds.publish({
			options: { includePayload: true, output: 'records', datapoints: ['INCOMES'] },
		});

		await smile.deliver({
			id: 'et-1',
			type: 'TASK_FINISHED',
			data: {
				datapoints: ['IDENTITIES', 'INCOMES'],
				payload: {
					identity: { id: 'i-1' },
					incomes: { nextCursor: null, items: [{ id: 'inc-1' }, { id: 'inc-2' }] },
				},
			},
		});

		const [items] = itemsOf(trigger);
		expect(items.map(({ datapoint, record }) => [datapoint, record])).toEqual([
			['incomes', { id: 'inc-1' }],
			['incomes', { id: 'inc-2' }],
		]);
	});

	it('does not use up the id of an event it ignores', async () => {
		const { smile } = await worlds.publish({ events: ['INCOMES_ADDED'] });

		await smile.deliver({ id: 'et-1', type: 'USER_CREATED' });

		expect((await smile.deliver({ id: 'et-1', type: 'INCOMES_ADDED' })).body).toBe(accepted);
	});
});
