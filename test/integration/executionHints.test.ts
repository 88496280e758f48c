import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runAction, runWithHints } from '../support/contexts/runAction';
import { addWebhooks } from '../support/smile/addWebhooks';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

async function hintsOf(
	smile: SimulatedSmile,
	parameters: INodeParameters,
	json: IDataObject[] = [{}],
) {
	const items = json.map((one) => ({ json: one }));
	const { hints } = await runWithHints({ smile, parameters, items });
	return hints.map(({ message }) => message);
}

const many = (resource: string, fields: INodeParameters): INodeParameters => ({
	resource,
	operation: 'getAll',
	...fields,
});
const CUT = 'Smile has more than Limit let through';

async function smileWithUsers(count: number): Promise<SimulatedSmile> {
	const smile = await worlds.startSmile();
	for (let index = 0; index < count; index += 1) smile.data.add('users', { id: `acme-${index}` });
	return smile;
}

describe('a hint about the limit', () => {
	it.each([
		[{ limit: 2 }, [CUT]],
		[{ limit: 3 }, []],
		[{ limit: 50 }, []],
		[{ returnAll: true }, []],
	])('with 3 users and %j is: %j', async (fields, said) => {
		const shown = await hintsOf(await smileWithUsers(3), many('user', fields));

		expect(shown).toHaveLength(said.length);
		said.forEach((text, index) => expect(shown[index]).toContain(text));
	});

	it('is one for all items', async () => {
		const smile = await smileWithUsers(3);

		const shown = await hintsOf(smile, many('user', { limit: 1 }), [{}, {}, {}]);

		expect(shown).toEqual([expect.stringContaining(`${CUT} for 3 items.`)]);
	});

	it.each([
		[{ limit: 2 }, 1],
		[{ limit: 4 }, 0],
		[{ limit: 1, filters: { active: true } }, 1],
		[{ limit: 4, filters: { active: true } }, 0],
		[{ limit: 2, filters: { url: 'https://receiver.example.test/0' } }, 0],
	])('with 4 webhooks and %j comes %d times', async (fields, times) => {
		const smile = await worlds.startSmile();
		addWebhooks(smile, 4);

		expect(await hintsOf(smile, many('webhook', fields))).toHaveLength(times);
	});
});

describe('a hint about a webhook that was updated', () => {
	it('says that it has a new ID', async () => {
		const smile = await worlds.startSmile();
		addWebhooks(smile, 2);
		const ids = smile.webhooks.all.map(({ id }) => ({ id }));

		const shown = await hintsOf(
			smile,
			{
				resource: 'webhook',
				operation: 'update',
				webhookId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
				updateFields: { name: 'Renamed', secret: 'dummy-secret' },
			},
			ids,
		);

		expect(shown).toEqual([expect.stringContaining('2 webhooks have a new ID')]);
	});
});

describe('a hint about data that is gone', () => {
	const getData = { resource: 'event', operation: 'getData' };
	const event = (id: string) => ({
		id,
		type: 'INCOMES_ADDED',
		createdAt: '2026-03-04T05:06:07Z',
		data: { userId: 'acme-1', accountId: `a-${id}`, count: 1 },
	});

	it('counts the results without a record', async () => {
		const smile = await worlds.startSmile();

		const one = await hintsOf(smile, getData, [event('et-1')]);
		const two = await hintsOf(smile, getData, [event('et-1'), event('et-2')]);

		expect(one).toEqual([expect.stringContaining('One result has no record')]);
		expect(two).toEqual([expect.stringContaining('2 results have no record')]);
	});

	it('does not come where there are records', async () => {
		const smile = await worlds.startSmile();
		smile.data.add('incomes', { id: 'inc-1', metadata: { sourceId: 'a-et-1' } } as never);

		expect(await hintsOf(smile, getData, [event('et-1')])).toEqual([]);
	});
});

it('an older n8n, which takes no hints, gets the output alone', async () => {
	const smile = await smileWithUsers(3);

	const items = await runAction({
		smile,
		parameters: many('user', { limit: 1 }),
		takesNoHints: true,
	});

	expect(items).toHaveLength(1);
});

it('a hint has a place and a kind that the editor knows', async () => {
	const smile = await smileWithUsers(3);

	const { hints } = await runWithHints({ smile, parameters: many('user', { limit: 1 }) });

	expect(hints).toEqual([
		{ type: 'info', location: 'outputPane', message: expect.stringContaining(CUT) as string },
	]);
});
