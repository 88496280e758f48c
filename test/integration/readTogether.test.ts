import type { IDataObject } from 'n8n-workflow';

import { dataOf } from '../../nodes/Smile/actions/event/dataOf';
import { smileError } from '../../nodes/Smile/api/errors';
import { readOne } from '../../nodes/Smile/api/read';
import { wholePayload } from '../../nodes/Smile/api/wholePayload';
import { eventInput } from '../../nodes/Smile/events/eventInput';
import { sweep } from '../../nodes/Smile/recover/sweep';
import type { Swept } from '../../nodes/Smile/recover/swept';
import { directClient } from '../support/directClient';
import { mostOpen } from '../support/mostOpen';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { tellEvents } from '../support/smile/data/toldEvents';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const from = new Date('2026-03-04T10:00:00Z');
const to = new Date('2026-03-04T22:00:00Z');
const window = { start: from.getTime(), end: to.getTime() };

/** What is asked for in turn, and what is asked for side by side, with the most requests under way at once. */
async function bothWays<Found>(
	smile: SimulatedSmile,
	run: (slots?: number) => Promise<Found>,
): Promise<{ inTurn: Found; together: Found; requests: [string[], string[]] }> {
	const asked = () =>
		smile.journal.entries.map(({ path, query }) => `${path} ${JSON.stringify(query)}`).sort();
	smile.journal.clear();
	const inTurn = await run();
	const first = asked();
	smile.journal.clear();
	const together = await run(8);
	return { inTurn, together, requests: [first, asked()] };
}

/** The most requests under way at once; at a Smile that nobody has asked before, or its limit spreads them. */
async function mostAtOnce(smile: SimulatedSmile, run: () => Promise<unknown>): Promise<number> {
	smile.faults.next({ kind: 'slow', ms: 40, times: Infinity });
	const most = await mostOpen(() => smile.journal.entries, run);
	smile.faults.clear();
	return most;
}

describe('a sweep for missed events', () => {
	const swept = async (smile: SimulatedSmile, slots?: number): Promise<Swept[]> => {
		const steps: Swept[] = [];
		for await (const step of sweep(directClient(smile, slots), window, () => true))
			steps.push(step);
		return steps;
	};
	const withGap = async () => {
		const smile = await worlds.startSmile();
		smile.data.happen(from, to, { people: 2 });
		return smile;
	};

	it('gives the same side by side as one after the other, with the same requests', async () => {
		const smile = await withGap();

		const { inTurn, together, requests } = await bothWays(
			smile,
			async (slots) => await swept(smile, slots),
		);

		expect(inTurn.length).toBeGreaterThan(5);
		expect(together).toEqual(inTurn);
		expect(requests[1]).toEqual(requests[0]);
	});

	it('names the same sources that Smile refused', async () => {
		const smile = await withGap();
		const [log] = smile.data.all('invites');
		const refused = [/^\/archives$/, /^\/incomes$/, new RegExp(`^/invites/${log.id}/logs$`)];
		for (const path of refused) {
			smile.faults.next({ kind: 'status', status: 403, path, times: Infinity });
		}

		const { inTurn, together } = await bothWays(smile, async (slots) => {
			return (await swept(smile, slots)).map(({ result, ...step }) => ({
				...step,
				value: result.ok ? result.value : result.failure.status,
			}));
		});

		expect(inTurn.filter(({ value }) => value === 403).length).toBeGreaterThan(1);
		expect(together).toEqual(inTurn);
	});

	it('has several requests under way', async () => {
		const [one, other] = [await withGap(), await withGap()];

		expect(await mostAtOnce(one, async () => await swept(one))).toBe(1);
		expect(await mostAtOnce(other, async () => await swept(other, 8))).toBeGreaterThan(3);
	});
});

describe('the data of an event', () => {
	const orThrow: Parameters<typeof dataOf>[3] = (result, doing) => {
		if (result.ok) return result.value;
		throw smileError(result.failure, { ...directClient(noSmile), doing });
	};
	const noSmile = { baseUrl: 'https://smile.example.test/v1', apiKey: '', apiSecret: '' };

	async function read(smile: SimulatedSmile, event: IDataObject, slots?: number) {
		const input = eventInput(event);
		if (!input) throw new Error('It is no event');
		const found: IDataObject[] = [];
		for await (const part of dataOf(directClient(smile, slots), input, undefined, orThrow)) {
			found.push(...part);
		}
		return found;
	}

	const withEvents = async () => {
		const smile = await worlds.startSmile();
		const told = tellEvents(smile, new Date('2026-03-04T08:00:00Z'));
		smile.data.transactions(320, String(told.get('ACCOUNT_CONNECTED')?.data.accountId));
		const events = [...told].map(([type, { data }]) => ({
			id: `et-${type}`,
			version: 1,
			type,
			createdAt: '2026-03-04T08:30:00Z',
			data: data as IDataObject,
		}));
		return { smile, events, finished: events.find(({ type }) => type === 'TASK_FINISHED')! };
	};

	it('is the same side by side as one after the other, with the same requests', async () => {
		const { smile, events } = await withEvents();

		const several = events.filter(({ type }) => severalSources.includes(type));

		for (const event of several) {
			const { inTurn, together, requests } = await bothWays(
				smile,
				async (slots) => await read(smile, event, slots),
			);
			expect(together).toEqual(inTurn);
			expect(requests[1]).toEqual(requests[0]);
		}
	});

	it('names the same lists that Smile refused or did not find, at the same places', async () => {
		const { smile, finished } = await withEvents();
		const event = { ...finished, data: { ...finished.data, datapoints: everything } };
		smile.faults.next({ kind: 'status', status: 403, path: '/incomes', times: Infinity });
		smile.faults.next({ kind: 'status', status: 404, path: '/documents', times: Infinity });

		const { inTurn, together } = await bothWays(smile, async (slots) =>
			(await read(smile, event, slots)).map(
				({ reason, ...item }): IDataObject => ({
					...item,
					reason: String(reason).replace(/request [0-9a-f-]+/, 'request …'),
				}),
			),
		);

		expect(inTurn.filter(({ record }) => record === null).length).toBeGreaterThanOrEqual(2);
		expect(together).toEqual(inTurn);
	});

	it('has several requests under way', async () => {
		const { smile, finished } = await withEvents();
		const event = { ...finished, data: { ...finished.data, datapoints: everything } };

		const other = (await withEvents()).smile;

		expect(await mostAtOnce(smile, async () => await read(smile, event))).toBe(1);
		expect(await mostAtOnce(other, async () => await read(other, event, 8))).toBeGreaterThan(2);
	});
});

/** Types whose data is in more than one place. */
const severalSources = ['TASK_FINISHED', 'ACCOUNT_SYNC_TASK_FINISHED', 'USER_SESSION_COMPLETED'];

const everything = ['IDENTITIES', 'DOCUMENTS', 'INCOMES', 'TRANSACTIONS', 'EMPLOYMENTS'];

describe('the payload of an account', () => {
	it('whose lists were cut is the same side by side as one after the other', async () => {
		const smile = await worlds.startSmile();
		const { accountId } = smile.data.live(from, { account: 'connected' });
		smile.data.transactions(320, accountId);
		const path = `/accounts/${accountId}/payload`;

		const { inTurn, together } = await bothWays(smile, async (slots) => {
			const client = directClient(smile, slots);
			const payload = await readOne(client, path);
			return payload.ok ? await wholePayload(client, payload.value, accountId) : payload;
		});

		expect(inTurn.ok).toBe(true);
		expect(together).toEqual(inTurn);
	});
});
