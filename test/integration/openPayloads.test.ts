import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { catalogue } from '../../nodes/Smile/events/catalogue';
import { runAction } from '../support/contexts/runAction';
import type { DataAnswers } from '../support/smile/data/answers';
import { tellEvents, type ToldEvent } from '../support/smile/data/toldEvents';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import type { SmileSwitches } from '../support/smile/switches';
import { Worlds } from '../support/world';

const begin = new Date('2026-03-04T08:00:00Z');

interface Way {
	switches?: Partial<SmileSwitches>;
	answers?: Partial<DataAnswers>;
}

/** What Smile's documents leave open about payloads and the lists behind them. */
const ways: Array<[string, Way]> = [
	['payloads of accounts as pages', { switches: { accountPayloadLists: 'pages' } }],
	['payloads of accounts without an end', { switches: { accountPayloadCapped: false } }],
	['no payload for users without a session', { switches: { withoutSession: 'missing' } }],
	['payloads of revoked accounts that are empty', { switches: { revokedPayload: 'empty' } }],
	['bare signals', { switches: { wrappedSignals: false } }],
	['lists without what need not be there', { answers: { sparse: true } }],
	['empty pages for kinds without records', { answers: { noneOfKind: 'emptyPage' } }],
];

const worlds = new Worlds();

interface Told {
	smile: SimulatedSmile;
	events: Map<string, ToldEvent>;
	accountId: string;
}

/** A person with 401 transactions, more than a payload that ends holds. */
async function tellAt({ switches, answers }: Way): Promise<Told> {
	const smile = await worlds.startSmile({ switches });
	Object.assign(smile.data.answers, answers);
	const events = tellEvents(smile, begin);
	const accountId = String(events.get('ACCOUNT_CONNECTED')?.data.accountId);
	smile.data.transactions(401 - smile.data.of('transactions', accountId).length, accountId);
	return { smile, events, accountId };
}

async function resultsOf(smile: SimulatedSmile, parameters: INodeParameters, event?: IDataObject) {
	const items = event ? [{ json: event }] : undefined;
	return (await runAction({ smile, items, parameters })).map(({ json }) => json);
}

async function dataOf({ smile, events }: Told, type: string): Promise<IDataObject[]> {
	const { createdAt = begin.toISOString(), data } = events.get(type) as ToldEvent;
	const event = { id: 'et-1', type, createdAt, data: data as IDataObject };
	return await resultsOf(smile, { resource: 'event', operation: 'getData' }, event);
}

async function payloadOf({ smile, accountId }: Told): Promise<unknown> {
	const [account] = await resultsOf(smile, {
		resource: 'account',
		operation: 'get',
		accountId: { __rl: true, mode: 'id', value: accountId },
		options: { includePayload: true },
	});
	return account.payload;
}

/** What is said of the records: ids differ from one Smile to the next, and sparse ones lack fields. */
const told = (items: IDataObject[]) =>
	items.map(({ datapoint, record, reason }) => ({
		datapoint,
		reason,
		hasRecord: record !== null,
	}));

/** What is left of a person's events where Smile has no payload of that person. */
const left: Record<string, unknown[]> = {
	USER_CREATED: [{ datapoint: 'user', hasRecord: true }],
	USER_SESSION_COMPLETED: [{ datapoint: null, hasRecord: false, reason: expect.any(String) }],
};

const countsOf = (payload: unknown) =>
	new Map(
		Object.entries(payload as object).map(([kind, value]) => [
			kind,
			Array.isArray(value) ? value.length : typeof value,
		]),
	);

let asUsual: Promise<Told> | undefined;
const usual = async () => await (asUsual ??= tellAt({}));

const toldOf = new Map<string, unknown>();

/** What is said of an event by a Smile that answers as its samples do. */
async function usuallyTold(type: string): Promise<unknown> {
	if (!toldOf.has(type)) toldOf.set(type, told(await dataOf(await usual(), type)));
	return toldOf.get(type);
}

afterAll(async () => await worlds.closeAll());

describe.each(ways)('a Smile that has %s', (_name, way) => {
	let other: Told;
	beforeAll(async () => {
		other = await tellAt(way);
	});

	it.each(Object.keys(catalogue))('gives all data behind %s', async (type) => {
		const items = await dataOf(other, type);

		expect(items.length).toBeGreaterThan(0);
		const withoutSession = way.switches?.withoutSession === 'missing' && left[type];
		expect(told(items)).toEqual(withoutSession || (await usuallyTold(type)));
	});

	it('gives all lists of an account, none of them cut', async () => {
		const payload = await payloadOf(other);

		expect(payload).toHaveProperty('transactions.length', 401);
		expect(payload).not.toHaveProperty('notWhole');
		expect(countsOf(payload)).toEqual(countsOf(await payloadOf(await usual())));
	});

	it('gives the accounts of a person with all their lists, in the form that Smile has', async () => {
		const { smile, events, accountId } = other;
		const { userId } = events.get('USER_CREATED')?.data as { userId: string };
		const [user] = await resultsOf(smile, {
			resource: 'user',
			operation: 'get',
			userId: { __rl: true, mode: 'id', value: userId },
			options: { includePayload: true },
		});

		const { accounts } = (user.payload ?? {}) as { accounts?: IDataObject[] };
		if (way.switches?.withoutSession === 'missing') return expect(accounts).toBeUndefined();
		expect(accounts).toContainEqual(
			expect.objectContaining({
				id: accountId,
				payload: expect.objectContaining({
					transactions: { nextCursor: null, items: smile.data.of('transactions', accountId) },
				}),
			}),
		);
	});

	it('gives nothing of a revoked account, and no error', async () => {
		const revoked = await tellAt(way);
		revoked.smile.data.revoke(revoked.accountId);

		const kinds = Object.keys(Object(await payloadOf(revoked)) as IDataObject);
		expect(kinds.filter((kind) => kind !== 'metadata')).toEqual([]);
		expect(await dataOf(revoked, 'TASK_FINISHED')).toContainEqual(
			expect.objectContaining({ record: null, gone: true }),
		);
	});
});
