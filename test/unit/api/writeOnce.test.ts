import { RETRY_PAUSES_MS } from '../../../nodes/Smile/api/retry';
import { recordIn, type Repeat } from '../../../nodes/Smile/api/writeOnce';
import { evenPauses } from '../../support/evenPauses';
import { enveloped, networkError, pageReply, type Reply } from '../../support/scriptedSmile';
import { fault, lost, none } from '../../support/scriptedCreations';
import { person, writing } from '../../support/scriptedWrites';

evenPauses();

const refused = enveloped({}, 'INVALID_PARAMETERS', 400);
const busy = enveloped({}, 'REQUEST_LIMIT_EXCEEDED', 429);
const unexpected = enveloped({}, 'SERVER_ERROR', 200);
const page: Reply = { status: 200, body: '<html>Not here</html>' };
const notConnected = networkError('ECONNREFUSED');
const done = enveloped({ done: true });
const value = { ok: true, value: { data: { done: true }, isFound: false } };
const unsure = { ok: false, failure: { mayBeDone: true } };
const times = (count: number, reply: Reply) => Array.from({ length: count }, () => reply);
const all: Repeat[] = ['safe', 'look', 'never', 'stop'];
const [POST, GET] = ['POST /users', 'GET /users'];

describe('a write', () => {
	it.each(all)('that Smile answers is made once: %s', async (repeat) => {
		const smile = writing([done, done]);

		expect(await smile.run({ repeat })).toEqual(value);
		expect(smile.calls()).toEqual([POST]);
		expect(smile.requests[0].body).toEqual({ name: 'Tala' });
	});

	it.each(all)('that Smile refuses is made once, and was not done: %s', async (repeat) => {
		const smile = writing([refused, done]);

		const result = await smile.run({ repeat });

		expect(result).toMatchObject({ ok: false, failure: { status: 400 } });
		expect(result).not.toHaveProperty('failure.mayBeDone');
		expect(smile.calls()).toEqual([POST]);
	});

	it.each(all)('that never reached Smile is made again without a look: %s', async (repeat) => {
		const smile = writing([notConnected, busy, notConnected, busy, done]);

		expect(await smile.run({ repeat })).toEqual(value);
		expect(smile.calls()).toEqual(times(5, { body: POST }).map(() => POST));
		expect(smile.times).toEqual([0, 500, 1_500, 3_500, 7_500]);
	});

	it.each(all)('that never reaches Smile is given up after five tries: %s', async (repeat) => {
		const smile = writing([...times(5, notConnected), done]);

		const result = await smile.run({ repeat });

		expect(result).toMatchObject({ ok: false, failure: { neverArrived: true } });
		expect(result).not.toHaveProperty('failure.mayBeDone');
		expect(smile.calls()).toHaveLength(RETRY_PAUSES_MS.length + 1);
	});

	it.each(all)('is not made again behind a wrong certificate: %s', async (repeat) => {
		const smile = writing([networkError('CERT_HAS_EXPIRED'), done]);

		expect(await smile.run({ repeat })).toMatchObject({ ok: false });
		expect(smile.calls()).toEqual([POST]);
	});

	it('begins no new try after twelve seconds', async () => {
		const slow = writing([busy, done], 12_001);
		const unsureAndSlow = writing([fault, none, done], 12_001);

		expect(await slow.run()).toMatchObject({ ok: false, failure: { kind: 'busy' } });
		expect(await unsureAndSlow.run()).toMatchObject(unsure);
		expect(slow.calls()).toEqual([POST]);
		expect(unsureAndSlow.calls()).toEqual([POST, GET]);
	});
});

describe('a write that may be done twice', () => {
	const repeat = 'safe';

	it('is made again without a look until it is answered', async () => {
		const smile = writing([fault, lost, page, lost, done]);

		expect(await smile.run({ repeat })).toEqual(value);
		expect(smile.calls()).toEqual([POST, POST, POST, POST, POST]);
		expect(smile.times).toEqual([0, 500, 1_500, 3_500, 7_500]);
	});

	it('may be done where the last of five got no answer', async () => {
		const smile = writing([...times(5, fault), done]);

		expect(await smile.run({ repeat })).toMatchObject(unsure);
		expect(smile.calls()).toHaveLength(5);
	});

	it.each<[string, Reply[], number]>([
		['is refused', [lost, refused], 2],
		['never arrives again', [lost, ...times(4, notConnected)], 5],
		['is answered with what will not change', [unexpected], 1],
	])('may be done where it %s after a lost answer', async (_what, replies, tries) => {
		const smile = writing([...replies, done]);

		expect(await smile.run({ repeat })).toMatchObject(unsure);
		expect(smile.calls()).toHaveLength(tries);
	});
});

describe('a write that is to happen once', () => {
	it.each<[string, Reply]>([
		['lost', lost],
		['a fault', fault],
		['cut off', { status: 200, body: '{"code":' }],
	])('is taken from the list where its answer was %s', async (_what, reply) => {
		for (const repeat of ['look', 'never'] as const) {
			const record = person();
			const smile = writing([reply, pageReply([record])]);

			expect(await smile.run({ repeat })).toEqual({
				ok: true,
				value: { data: record, isFound: true },
			});
			expect(smile.calls()).toEqual([POST, GET]);
			expect(smile.times).toEqual([0, 500]);
		}
	});

	it.each([[fault], [lost], [page]])(
		'is made once more where the list does not have it, after %j',
		async (reply) => {
			const smile = writing([reply, none, done]);

			expect(await smile.run()).toEqual(value);
			expect(smile.calls()).toEqual([POST, GET, POST]);
		},
	);

	it.each([[{}], [null], [undefined], ['text'], [{ id: null }]])(
		'is in doubt where the answer has %j in the place of what was made',
		async (data) => {
			const madeIn = recordIn;

			const lonely = await writing([enveloped(data), none]).run({ madeIn });
			const found = await writing([enveloped(data), pageReply([person()])]).run({ madeIn });

			expect(lonely).toMatchObject({
				ok: false,
				failure: {
					kind: 'unexpected',
					reason: 'what was to be made is not in it',
					mayBeDone: true,
				},
			});
			expect(found).toMatchObject({ ok: true, value: { isFound: true } });
		},
	);

	it('is made no third time', async () => {
		const smile = writing([fault, none, fault, none, done]);

		expect(await smile.run()).toMatchObject(unsure);
		expect(smile.calls()).toEqual([POST, GET, POST, GET]);
		expect(smile.times).toEqual([0, 500, 500, 1_500]);
	});

	it('is found after its second try', async () => {
		const record = person();
		const smile = writing([fault, none, lost, pageReply([record])]);

		expect(await smile.run()).toMatchObject({ ok: true, value: { data: record, isFound: true } });
	});

	it('is looked for after a second, however many tries never arrived before', async () => {
		const smile = writing([...times(4, notConnected), lost, pageReply([person()])]);

		expect(await smile.run()).toMatchObject({ ok: true });
		expect(smile.times).toEqual([0, 500, 1_500, 3_500, 7_500, 8_500]);
	});

	it.each<[string, Reply[]]>([
		['cannot be read', [refused]],
		['has two of it', [pageReply([person(), person()])]],
	])('is not made again where the list %s', async (_what, replies) => {
		const smile = writing([fault, ...replies, done]);

		expect(await smile.run()).toMatchObject(unsure);
		expect(smile.calls()).toEqual([POST, GET]);
	});

	it('may have a number for its id', async () => {
		const made = enveloped({ id: 7 });

		expect(await writing([made]).run({ madeIn: recordIn })).toMatchObject({ ok: true });
	});

	it('is not made again after an answer that will not change', async () => {
		const smile = writing([unexpected, none, done]);

		expect(await smile.run()).toMatchObject(unsure);
		expect(smile.calls()).toEqual([POST, GET]);
	});

	it('is not made again where the rule forbids it', async () => {
		const smile = writing([fault, none, done]);

		expect(await smile.run({ repeat: 'never' })).toMatchObject(unsure);
		expect(smile.calls()).toEqual([POST, GET]);
	});

	it.each(['look', 'never', 'stop'] as const)(
		'is not made again where it cannot be looked for: %s',
		async (repeat) => {
			const smile = writing([fault, done]);

			expect(await smile.run({ repeat, look: undefined })).toMatchObject(unsure);
			expect(smile.calls()).toEqual([POST]);
		},
	);

	it('may be done where the execution is cancelled before the look', async () => {
		const smile = writing([fault, none]);
		const running = smile.begin();
		await jest.advanceTimersByTimeAsync(100);

		smile.cancel();
		await jest.runAllTimersAsync();

		await expect(running).rejects.toMatchObject({
			message: 'The execution was cancelled',
			description: expect.stringContaining('Smile may have done what was asked all the same.'),
		});
		expect(smile.calls()).toEqual([POST]);
	});
});
