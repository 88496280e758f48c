import { activationTime } from '../../support/activationTime';
import { refused, said, type MemorySmile } from '../../support/memorySmile';
import { quickPauses } from '../../support/quickPauses';
import { ASKED, forAddress, old, passes, setUp, url, wanted } from '../../support/replacements';
import { enveloped, networkError, pageReply } from '../../support/scriptedSmile';

quickPauses();
const time = activationTime();

const posted = ({ asked }: MemorySmile) => asked.flatMap(({ body }) => (body ? [body] : []));

describe('a webhook that is wanted', () => {
	it('is made beside those that are there', async () => {
		const { smile, ids, run } = setUp(old);

		expect(await run()).toMatchObject({ ok: true, value: wanted });

		expect(smile.calls).toEqual(['POST /webhooks']);
		expect(smile.ids).toEqual([ids[0], expect.any(String)]);
	});

	it('is not made where Smile refuses the key, and nothing is deleted', async () => {
		const { smile, run } = setUp(old);
		smile.interfere('POST', enveloped({}, 'INVALID_TOKEN', 401));

		expect(await run()).toMatchObject({ ok: false, failure: { code: 'INVALID_TOKEN' } });

		expect(smile.calls).toEqual(['POST /webhooks']);
	});

	it.each([
		['the list cannot be read then', [old], refused],
		['nothing is at the address', [], undefined],
	])('is refused for good where %s', async (_when, present, answer) => {
		const { smile, run } = setUp(...present);
		smile.interfere('POST', refused);
		if (answer) smile.interfere('GET', answer);

		expect(await run()).toMatchObject({ ok: false, failure: { code: 'INVALID_PARAMETERS' } });

		expect(smile.calls).toEqual(['POST /webhooks', 'GET /webhooks']);
	});

	it('is the one that another process has made meanwhile', async () => {
		const { smile, run } = setUp(old);
		smile.interfere('POST', () => {
			smile.webhooks.add(wanted);
			return refused;
		});

		expect(await run()).toMatchObject({ ok: true, value: { id: smile.ids[1] } });

		expect(smile.calls).toEqual(['POST /webhooks', 'GET /webhooks']);
	});
});

describe('a refused webhook, where others are at the address', () => {
	it('costs none of them anything when Smile accepts an inactive one beside them', async () => {
		const { smile, ids, run } = setUp(old);
		smile.interfere('POST', refused);

		expect(await run()).toMatchObject({ ok: false, failure: { code: 'INVALID_PARAMETERS' } });

		expect(posted(smile)).toEqual([wanted, expect.objectContaining({ url, active: false })]);
		expect(smile.writes.slice(2)).toEqual([expect.stringMatching(/^DELETE /)]);
		expect(smile.ids).toEqual(ids);
	});

	it('costs none of them anything when the list cannot be read afterwards', async () => {
		const { smile, ids, run } = setUp(old);
		smile.interfere('POST', refused);
		smile.interfere('GET', passes, refused);

		expect(await run()).toMatchObject({ ok: false, failure: { code: 'INVALID_PARAMETERS' } });

		expect(smile.ids).toEqual(ids);
	});

	it('is told from a refused address by one that has none of the fields of the old one', async () => {
		const there = { ...old, name: 'Old', eventTypes: ['NO_MORE'], secret: 'dummy-old' };
		const { smile, run } = setUp({ ...there, includePayload: true });
		smile.interfere('POST', refused);

		await run();

		const [, tried] = posted(smile);
		expect(tried).toMatchObject({ url, eventTypes: ['ALL_EVENTS'], includePayload: false });
		expect(JSON.stringify(tried)).not.toMatch(/Old|NO_MORE|dummy-old/);
	});

	it('is told from it by nothing of its own, where Smile does not show the fields of the old one', async () => {
		const { smile, ids, run } = setUp(old);
		const refusesSecret = () => {
			const { secret } = posted(smile).at(-1) ?? {};
			return secret === wanted.secret ? refused : undefined;
		};
		smile.interfere('POST', refusesSecret, refusesSecret, refusesSecret, refusesSecret);
		const shown = { ...smile.webhooks.all[0], name: null, active: undefined, secret: undefined };
		smile.interfere('GET', pageReply([shown]));

		await run();

		expect(smile.ids).toEqual(ids);
	});

	it('costs none of them anything when the answer about the like one was lost', async () => {
		const { smile, ids, run } = setUp(old);
		smile.interfere(
			'POST',
			refused,
			networkError('ECONNRESET'),
			enveloped({}, 'INVALID_TOKEN', 401),
		);

		expect(await run()).toMatchObject({ ok: false, failure: { code: 'INVALID_PARAMETERS' } });

		expect(smile.ids).toEqual(ids);
		expect(smile.writes).toEqual(Array(3).fill('POST /webhooks'));
	});

	it('comes after them when Smile refuses a like one too, and the log says how long there was none', async () => {
		const { smile, ids, run } = setUp(old, { ...old, name: 'Further' });
		await time.advance(5_000);
		smile.interfere('POST', ...forAddress, () => time.jam(1_234.4));

		expect(await run()).toMatchObject({ ok: true, value: wanted });

		const deletions = ids.map((id) => `DELETE /webhooks/${id}`);
		expect(smile.writes.slice(ASKED)).toEqual([...deletions, 'POST /webhooks']);
		expect(smile.calls.at(-1)).toBe('POST /webhooks');
		expect(smile.webhooks.all).toMatchObject([wanted]);
		expect(said(smile)).toEqual([
			`warn: Smile accepts one webhook for an address, so ${ids.join(', ')} at ${url} had to be deleted before its successor was made. Smile had none for 1234 ms; what happened meanwhile is not delivered`,
		]);
	});

	it('is the one that another process has made while Smile was asked what it refuses', async () => {
		const { smile, ids, run } = setUp(old);
		// The other process has deleted the old one by then, and not yet made its own.
		smile.interfere('POST', refused, () => {
			smile.webhooks.remove(ids[0]);
			return undefined;
		});
		smile.interfere('DELETE', () => void smile.webhooks.add(wanted));

		expect(await run()).toMatchObject({ ok: true, value: wanted });

		expect(smile.webhooks.all).toMatchObject([wanted]);
	});

	it('leaves what has come since', async () => {
		const { smile, ids, run } = setUp(old);
		const added: string[] = [];
		smile.interfere(
			'POST',
			() => {
				added.push(smile.webhooks.add({ ...old, name: 'Since' }).id);
				return refused;
			},
			refused,
		);

		await run();

		expect(smile.writes[ASKED]).toBe(`DELETE /webhooks/${ids[0]}`);
		expect(smile.ids).toEqual([...added, expect.any(String)]);
	});

	it('is not waited for one that came before the deletion, although that is inactive', async () => {
		const { smile, ids, run } = setUp(old);
		const comes = () => {
			smile.webhooks.add({ ...old, name: 'Since' });
			return refused;
		};
		smile.interfere('POST', comes, ...forAddress.slice(1), refused);

		await run();

		const exchanged = [`DELETE /webhooks/${ids[0]}`, 'POST /webhooks', 'POST /webhooks'];
		expect(smile.writes.slice(ASKED)).toEqual(exchanged);
		expect(smile.webhooks.all).toMatchObject([{ name: 'Since' }, { name: 'Before' }]);
	});

	it('deletes nothing where all that it had seen is gone, and another one has come', async () => {
		const { smile, run } = setUp();
		const { id } = smile.webhooks.add(old);
		smile.interfere('POST', refused);

		expect(await run([])).toMatchObject({ ok: false });

		expect(smile.writes).toEqual(['POST /webhooks']);
		expect(smile.ids).toEqual([id]);
	});

	it('is not made when the old one cannot be deleted', async () => {
		const { smile, ids, run } = setUp(old);
		smile.interfere('POST', ...forAddress);
		smile.interfere('DELETE', passes, enveloped({}, 'UNAUTHORIZED_ACCESS', 403));

		expect(await run()).toMatchObject({ ok: false, failure: { code: 'UNAUTHORIZED_ACCESS' } });

		expect(smile.writes).toHaveLength(ASKED + 1);
		expect([smile.ids, said(smile)]).toEqual([ids, []]);
	});

	it('takes their place where every answer to the deletion is lost and the list no longer has them', async () => {
		const { smile, ids, run } = setUp(old);
		smile.interfere('POST', ...forAddress);
		const isLost = () => {
			smile.webhooks.remove(ids[0]);
			return networkError('ECONNRESET');
		};
		smile.interfere('DELETE', passes, ...Array<() => Error>(5).fill(isLost));

		expect(await run()).toMatchObject({ ok: true, value: wanted });

		expect(smile.webhooks.all).toMatchObject([wanted]);
	});

	it.each([
		['has them', undefined],
		['cannot be read', refused],
	])('is not made where no deletion is answered and the list %s', async (_what, list) => {
		const { smile, ids, run } = setUp(old);
		smile.interfere('POST', ...forAddress);
		smile.interfere('DELETE', passes, ...Array<Error>(5).fill(networkError('ECONNRESET')));
		smile.interfere('GET', () => undefined, ...(list ? [list] : []));

		expect(await run()).toMatchObject({ ok: false, failure: { kind: 'unreachable' } });

		expect(smile.ids).toEqual(ids);
		expect(said(smile).slice(-1)).toEqual([
			`warn: Smile did not answer the deletion of the webhook ${ids[0]} at ${url}, and no other was made in its place. Look with the Smile node whether it is still there: Webhook, Get Many`,
		]);
	});

	it('costs none of them anything when what was tried for it cannot be deleted, which delivers nothing', async () => {
		const { smile, ids, run } = setUp({ ...old, active: true });
		smile.interfere('POST', refused);
		smile.interfere('DELETE', enveloped({}, 'UNAUTHORIZED_ACCESS', 403));

		expect(await run()).toMatchObject({ ok: false, failure: { code: 'INVALID_PARAMETERS' } });

		expect(smile.webhooks.all).toMatchObject([{ id: ids[0], active: true }, { active: false }]);
		expect(said(smile)).toEqual([
			expect.stringContaining(`A webhook may be left at Smile: ${smile.ids[1]} at ${url}`),
		]);
	});
});
