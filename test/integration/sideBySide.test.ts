import type { INodeParameters } from 'n8n-workflow';

import { runAction, searchList, type ActionOptions } from '../support/contexts/runAction';
import { sampleCredential, storeWith } from '../support/contexts/sampleCredential';
import { testCredential } from '../support/contexts/testCredential';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { lapse } from '../support/lapse';
import type { ManualClock } from '../support/manualClock';
import { thrownBy } from '../support/thrownBy';
import { waitFor } from '../support/waitFor';
import { WatchedPace } from '../support/watchedPace';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const byId = { __rl: true, mode: 'id', value: '={{ $json.id }}' };
const getUser: INodeParameters = { resource: 'user', operation: 'get', userId: byId };

/** A Smile with so many users, and their ids. */
async function withUsers(count: number, rateLimit: number | false = false) {
	const smile = await worlds.startSmile({ rateLimit });
	const ids = Array.from({ length: count }, (_, number) => `acme-user-${number}`);
	for (const id of ids) smile.data.add('users', { id, createdAt: '2026-03-04T05:06:07Z' });
	return { smile, ids };
}

const getUsers = async (smile: SimulatedSmile, ids: string[], more: Partial<ActionOptions> = {}) =>
	await runAction({
		smile,
		parameters: getUser,
		items: ids.map((id) => ({ json: { id } })),
		...more,
	});
/** The answer about this user takes so long, in milliseconds. */
const delay = (smile: SimulatedSmile, id: string, ms: number) =>
	smile.faults.next({ kind: 'slow', ms, path: `/users/${id}` });
const paths = ({ journal }: SimulatedSmile) => journal.entries.map(({ path }) => path);

describe('items that are read', () => {
	it('are asked for side by side, and come in their order with their items, though two answers are slow', async () => {
		const { smile, ids } = await withUsers(50);
		delay(smile, ids[0], 1_500);
		delay(smile, ids[7], 300);

		const reading = getUsers(smile, ids);
		await smile.journal.waitFor(({ path }) => path === `/users/${ids[19]}`, 20_000);
		expect(smile.journal.of('GET', `/users/${ids[0]}`)[0].status).toBeNull();
		const found = await reading;

		expect(found.map(({ json }) => json.id)).toEqual(ids);
		expect(found.map(({ pairedItem }) => pairedItem)).toEqual(ids.map((_, item) => ({ item })));
	});

	it('keep the order and the items of lists of many records, though an answer is slow', async () => {
		const { smile } = await withUsers(5);
		const parameters = { resource: 'user', operation: 'getAll', limit: '={{ $json.limit }}' };
		smile.faults.next({ kind: 'slow', ms: 200, path: '/users' });

		const items = [3, 1, 2].map((limit) => ({ json: { limit } }));
		const found = await runAction({ smile, parameters, items });

		expect(found.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 0, 0, 1, 2, 2].map((item) => ({ item })),
		);
	});

	it('end with the error of the earliest, though its answer is slow and a later one failed before it', async () => {
		const { smile, ids } = await withUsers(400);
		const asked = [...ids];
		asked[3] = 'acme-user-unknown-early';
		asked[9] = 'acme-user-unknown-late';
		delay(smile, asked[3], 600);

		const error = await thrownBy(getUsers(smile, asked));

		expect(error.context?.itemIndex).toBe(3);
		expect(error.message).toContain('acme-user-unknown-early');
		const late = smile.journal.of('GET', `/users/${asked[9]}`);
		expect(late).toHaveLength(1);
	});

	it('begin no more after one has failed', async () => {
		const { smile, ids } = await withUsers(400, 20);
		const asked = ids.map((id, item) => (item === 5 ? 'acme-user-unknown' : id));

		const error = await thrownBy(getUsers(smile, asked));

		expect(error.context?.itemIndex).toBe(5);
		// By then the second twenty would have been asked for.
		await lapse(1_500);
		expect(paths(smile).length).toBeLessThanOrEqual(20);
	});

	it('go on beside one that fails where the workflow continues on errors', async () => {
		const { smile, ids } = await withUsers(60);
		const asked = ids.map((id, item) => (item % 7 === 2 ? `acme-user-unknown-${item}` : id));

		const found = await getUsers(smile, asked, { continueOnFail: true });

		expect(found.map(({ pairedItem }) => pairedItem)).toEqual(asked.map((_, item) => ({ item })));
		// n8n would drop everything else that an item with an error object says.
		expect(found.filter((item) => 'error' in item)).toEqual([]);
		for (const [item, { json }] of found.entries()) {
			if (item % 7 !== 2) expect(json.id).toBe(ids[item]);
			else expect(String(json.error)).toContain(asked[item]);
		}
	});

	it('are sent with the key and address of their own item', async () => {
		const [one, other] = [await withUsers(30), await withUsers(30)];
		const credential = sampleCredential(one.smile, { baseUrl: '={{ $json.baseUrl }}' });
		const items = one.ids.map((id, item) => ({
			json: { id, baseUrl: (item % 2 === 0 ? one : other).smile.baseUrl },
		}));

		await runAction({ credential, parameters: getUser, items });

		const isEven = (path: string) => Number(path.split('-').pop()) % 2 === 0;
		expect(paths(one.smile)).toHaveLength(15);
		expect(paths(one.smile).every(isEven)).toBe(true);
		expect(paths(other.smile)).toHaveLength(15);
		expect(paths(other.smile).some(isEven)).toBe(false);
	});

	it('are begun forty at a time at most, however many there are, while Smile does not answer', async () => {
		const { smile, ids } = await withUsers(2_000);
		const credential = await storeWith(sampleCredential(smile));
		const stopping = new AbortController();
		smile.faults.next({ kind: 'hang', times: Infinity });

		const error = thrownBy(getUsers(smile, ids, { credential, abortSignal: stopping.signal }));
		await smile.journal.waitFor(() => smile.journal.entries.length >= 40);
		stopping.abort();

		expect((await error).message).toBe('The execution was cancelled');
		expect(credential.reads).toBe(40);
		expect(paths(smile)).toEqual(ids.slice(0, 40).map((id) => `/users/${id}`));
	});
});

describe('beside two thousand items', () => {
	/**
	 * Runs something when the first twenty have been answered and forty wait, lets time go on, and gives the place of its
	 * first request among all.
	 */
	async function placeOf(path: string, run: (smile: SimulatedSmile) => Promise<unknown>) {
		const { smile, ids } = await withUsers(2_000);
		const pace = WatchedPace.at(smile.baseUrl);
		const stopping = new AbortController();
		const error = thrownBy(getUsers(smile, ids, { abortSignal: stopping.signal }));
		// Forty at a time: the twenty that were answered have let others ask.
		await until(() => pace.asked === 60, pace.time, 1);

		let hasEnded = false;
		const running = run(smile).finally(() => (hasEnded = true));
		await waitFor(() => pace.asked === 61);
		expect(paths(smile)).not.toContain(path);
		await until(() => hasEnded, pace.time, 50);
		await running;

		const place = paths(smile).indexOf(path);
		stopping.abort();
		await error;
		return place;
	}

	/** Lets time go on step by step, for so long as a test may take. */
	async function until(isSo: () => boolean, clock: ManualClock, stepMs: number): Promise<void> {
		for (let steps = 0; !isSo() && steps < 5_000; steps += 1) {
			await clock.advance(stepMs);
			await lapse(1);
		}
		expect(isSo()).toBe(true);
	}

	it('publishing has the next place in the limit', async () => {
		const place = await placeOf('/webhooks', async (smile) => await worlds.publishAt(smile));

		expect(place).toBe(20);
	});

	it('a list in the editor has the next place in the limit', async () => {
		const place = await placeOf(
			'/webhooks',
			async (smile) => await searchList('searchWebhooks', { smile }),
		);

		expect(place).toBe(20);
	});

	it('the test of a credential has the next place in the limit, and does not pass it', async () => {
		const place = await placeOf('/webhooks', async (smile) => {
			expect((await testCredential(sampleCredential(smile))).status).toBe('OK');
		});

		expect(place).toBe(20);
	});
});

describe('a Smile that gives this address less than twenty requests a second', () => {
	it('is asked more slowly, until all items are read', async () => {
		const { smile, ids } = await withUsers(40, 10);

		const found = await getUsers(smile, ids);

		expect(found.map(({ json }) => json.id)).toEqual(ids);
		const refused = smile.journal.entries.map(({ status }, place) => (status === 429 ? place : 0));
		const many = refused.filter((place) => place > 0);
		expect(many.length).toBeGreaterThan(0);
		// The first burst is refused in part; after that the pace fits, but for a look now and then.
		expect(many.filter((place) => place >= 30).length).toBeLessThanOrEqual(4);
	});
});
