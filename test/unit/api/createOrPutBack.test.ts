import { createOrPutBack } from '../../../nodes/Smile/api/createOrPutBack';
import type { SmileWebhook } from '../../../nodes/Smile/api/schemas';
import { lapse } from '../../support/lapse';
import { MemorySmile, refused } from '../../support/memorySmile';
import { quickPauses } from '../../support/quickPauses';
import { enveloped, networkError } from '../../support/scriptedSmile';
import { wanted } from '../../support/scriptedCreations';

quickPauses();

const old = { ...wanted, name: 'Old', eventTypes: ['ALL_EVENTS'], secret: 'dummy-old' };
const deleted: SmileWebhook = { id: 'w-old', ...old };
/** Smile may have made it; nothing is tried again. */
const unsure = enveloped({}, 'NOT_IMPLEMENTED', 501);

async function exchanged(
	smile: MemorySmile,
	gone: SmileWebhook[] = [deleted],
	secret: string | undefined = undefined,
) {
	const given = { wanted, known: new Set(['w-old']), deleted: gone, secret };
	return await createOrPutBack(smile.client(), given);
}

describe('a webhook in the place of one that was deleted', () => {
	it('is made, and nothing is put back', async () => {
		const smile = new MemorySmile();

		expect(await exchanged(smile)).toMatchObject({ created: { ok: true }, back: [] });

		expect(smile.webhooks.all).toMatchObject([wanted]);
		expect(smile.calls).toEqual(['POST /webhooks']);
	});

	it('gives way to it again where Smile refuses the new one', async () => {
		const smile = new MemorySmile();
		smile.interfere('POST', refused);

		const { created, back } = await exchanged(smile);

		expect(created).toMatchObject({ ok: false, failure: { code: 'INVALID_PARAMETERS' } });
		expect(smile.webhooks.all).toMatchObject([old]);
		expect(back.map(({ id }) => id)).toEqual(smile.ids);
		expect(smile.writes).toEqual(['POST /webhooks', 'POST /webhooks']);
	});

	it('gives way to it where the answer was lost and the list shows none at the address', async () => {
		const smile = new MemorySmile();
		smile.webhooks.add({ url: 'https://other.example.test/' });
		smile.interfere('POST', unsure);

		await exchanged(smile);

		expect(smile.webhooks.withUrl(wanted.url)).toMatchObject([old]);
	});

	it('is left alone where the answer was lost and one is at the address', async () => {
		const smile = new MemorySmile();
		smile.webhooks.add({ url: 'https://other.example.test/' });
		smile.interfere('POST', () => {
			smile.webhooks.add({ ...wanted, name: 'Somebody else’s' });
			return unsure;
		});

		expect(await exchanged(smile)).toMatchObject({ created: { ok: false }, back: [] });

		expect(smile.webhooks.withUrl(wanted.url)).toMatchObject([{ name: 'Somebody else’s' }]);
	});

	it('is left alone where the answer was lost and the list cannot be read', async () => {
		const smile = new MemorySmile();
		smile.interfere('POST', unsure);
		smile.interfere('GET', refused, refused);

		expect(await exchanged(smile)).toMatchObject({ created: { ok: false }, back: [] });

		expect(smile.writes).toEqual(['POST /webhooks']);
	});
});

describe('a webhook that is put back', () => {
	it.each([[null], [undefined], ['']])(
		'has the new name where Smile shows %j, and what is left out as Smile sets it',
		async (name) => {
			const smile = new MemorySmile();
			smile.interfere('POST', refused);

			await exchanged(smile, [{ ...deleted, name, active: null, includePayload: null }]);

			const same = { ...old, name: wanted.name, active: true, includePayload: false };
			expect(smile.webhooks.all).toMatchObject([same]);
		},
	);

	it.each([[null], [undefined], ['']])('needs a secret where Smile shows %j', async (shown) => {
		const mute = { ...deleted, secret: shown };
		const [without, given] = [new MemorySmile(), new MemorySmile()];
		for (const smile of [without, given]) smile.interfere('POST', refused);

		expect(await exchanged(without, [mute, deleted])).toMatchObject({ back: [old] });
		await exchanged(given, [mute], 'dummy-accepted');

		expect(without.webhooks.all).toHaveLength(1);
		expect(given.webhooks.all).toMatchObject([{ ...old, secret: 'dummy-accepted' }]);
	});

	it('is none where Smile refuses that, too', async () => {
		const smile = new MemorySmile();
		smile.interfere('POST', refused, refused);

		expect((await exchanged(smile)).back).toStrictEqual([]);
	});

	it('does not wait for an inactive one that was put back before it', async () => {
		const smile = new MemorySmile();
		const still = { ...deleted, active: false };
		smile.interfere('POST', refused, () => undefined, refused);

		await exchanged(smile, [still, { ...still, id: 'w-2' }]);

		expect(smile.writes).toEqual(Array(3).fill('POST /webhooks'));
	});

	it('is not taken for an equal one that is put back after it, whose answer is lost', async () => {
		const smile = new MemorySmile();
		const isLost = networkError('ECONNRESET');
		smile.interfere('POST', refused, () => undefined, isLost);

		const { back } = await exchanged(smile, [deleted, { ...deleted, id: 'w-equal' }]);

		expect(back.map(({ id }) => id)).toEqual(smile.ids);
		expect(new Set(smile.ids).size).toBe(2);
	});
});

describe('an address where another process tries at that moment whether Smile allows one', () => {
	const tried = { ...old, active: false };

	/** Refuses while the try is there, for so many requests. */
	function tryFor(smile: MemorySmile, requests: number, fields = tried): void {
		const { id } = smile.webhooks.add(fields);
		const refusals = Array.from({ length: requests }, (_none, index) => () => {
			if (index === requests - 1) void lapse(1).then(() => smile.webhooks.remove(id));
			return refused;
		});
		smile.interfere('POST', ...refusals);
	}

	it.each([1, 4])('gets the new one once that is over (%i times refused)', async (requests) => {
		const smile = new MemorySmile();
		tryFor(smile, requests);

		expect(await exchanged(smile)).toMatchObject({ created: { ok: true }, back: [] });

		expect(smile.webhooks.all).toMatchObject([wanted]);
	});

	it('gets the old one back where the new one is refused for something else', async () => {
		const smile = new MemorySmile();
		tryFor(smile, 1);
		smile.interfere('POST', refused);

		expect(await exchanged(smile)).toMatchObject({ created: { ok: false }, back: [old] });
	});

	it('is not waited for where the try stays', async () => {
		const smile = new MemorySmile();
		smile.webhooks.add(tried);
		smile.interfere('POST', ...Array(10).fill(refused));

		expect(await exchanged(smile)).toMatchObject({ created: { ok: false }, back: [] });

		expect(smile.writes).toEqual(Array(10).fill('POST /webhooks'));
	});

	it.each([
		['delivers', { ...tried, active: true }],
		['is at another address', { ...tried, url: 'https://other.example.test/' }],
	])('is not waited for where what is there %s', async (_what, fields) => {
		const smile = new MemorySmile();
		smile.webhooks.add(fields);
		smile.interfere('POST', refused, refused);

		await exchanged(smile);

		expect(smile.writes).toEqual(Array(2).fill('POST /webhooks'));
	});
});
