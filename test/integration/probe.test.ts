import { nobody } from '../probe/person';
import { questions } from '../probe/questions';
import type { Question } from '../probe/question';
import { runProbe } from '../probe/runProbe';
import { agreeable, probeSmile, settingsAt } from '../support/probing';
import { Worlds } from '../support/world';
import { stateOf, seenOf, undeleted, deletableAt } from '../support/probeReports';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

describe('a whole run of the probe', () => {
	it('answers what there is enough for, leaves nothing that can be deleted, and touches nothing else', async () => {
		const smile = await worlds.startSmile();
		const [{ accountId }] = smile.data.people(3, { account: 'connected', archive: 'analyzed' });
		smile.data.transactions(320, accountId);
		smile.webhooks.add();
		const before = deletableAt(smile);
		const others = () => smile.data.all('accounts').filter(({ id }) => id !== accountId);
		const accounts = JSON.stringify(others());
		const users = smile.data.all('users').map(({ id }) => id);

		const report = await probeSmile(smile, {
			person: agreeable(smile),
			further: { account: accountId, email: 'somebody@example.test' },
		});

		const open = report.outcomes.filter(({ state }) => state !== 'answered');
		expect(Object.fromEntries(open.map(({ id, state }) => [id, state]))).toEqual({
			'stages.answer': 'undecided',
			'accounts.unsupportedMonitor': 'undecided',
			'archives.end': 'not asked',
			'queries.processingCode': 'undecided',
		});
		expect(deletableAt(smile)).toEqual(before);
		expect(JSON.stringify(others())).toBe(accounts);
		expect(undeleted(report)).toEqual([]);
		const madeUsers = smile.data.all('users').filter(({ id }) => !users.includes(id));
		expect(madeUsers).toHaveLength(3);
		const named = report.leftovers.map(({ id }) => id);
		expect(named).toEqual(expect.arrayContaining(madeUsers.map(({ id }) => id)));
		expect(smile.queries.all.map(({ id }) => named.includes(id))).toEqual(Array(6).fill(true));
	});

	it('sees that a refused delivery comes again, and that no redirection is followed', async () => {
		const smile = await worlds.startSmile();
		const ids = questions.map(({ id }) => id).filter((id) => /^(deliveries|retries)\./.test(id));

		const report = await probeSmile(smile, { only: ids });

		expect(report.outcomes.map(({ state }) => state)).toEqual(ids.map(() => 'answered'));
		expect(seenOf(report, 'retries.refused')).toMatch(/^3 tries, with [\d.]+ and [\d.]+ s/);
		expect(seenOf(report, 'retries.noAnswer')).toMatch(/^3 tries/);
		expect(seenOf(report, 'retries.redirect')).toMatch(
			/^It does not; the first address got 3 tries/,
		);
		expect(seenOf(report, 'retries.timeout')).toBe('An answer after 0.1 s is in time');
		expect(seenOf(report, 'deliveries.signature')).toBe(
			'smile-signature: HMAC-SHA512 over the raw bytes, lower-case hex',
		);
		expect(seenOf(report, 'deliveries.twins')).toBe('2 deliveries');
	});

	it('sees the rate limit', async () => {
		const smile = await worlds.startSmile({ rateLimit: 20 });

		const report = await probeSmile(smile, { only: ['rateLimit'] });

		expect(seenOf(report, 'rateLimit')).toBe(
			'20 of 30 requests at once were answered, 10 others with 429 REQUEST_LIMIT_EXCEEDED, without Retry-After',
		);
	});
});

describe('a question that fails', () => {
	it('does not stop the others', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({
			kind: 'status',
			status: 500,
			method: 'POST',
			path: '/users',
			times: Infinity,
		});

		const report = await probeSmile(smile, {
			only: ['wrongKey.code', 'users.withoutSession', 'webhooks.sparse', 'revocation.event'],
		});

		expect(report.outcomes.map(({ id, state }) => [id, state])).toEqual([
			['wrongKey.code', 'answered'],
			['webhooks.sparse', 'answered'],
			['users.withoutSession', 'failed'],
			['revocation.event', 'answered'],
		]);
		expect(seenOf(report, 'users.withoutSession')).toBe('No user could be made: 500 SERVER_ERROR');
	});

	it('says so where nothing answers at all', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'cut', times: Infinity });

		const report = await probeSmile(smile, { only: ['unknownPath', 'lists.order'] });

		expect(report.outcomes.map(({ state }) => state)).toEqual(['failed', 'failed']);
		expect(seenOf(report, 'unknownPath')).toMatch(/^GET \/no-such-path got no answer \(\w+\)$/);
	});
});

describe('what a question says', () => {
	it('never holds a key, an address or the mark of the run', async () => {
		const smile = await worlds.startSmile();
		const settings = await settingsAt(smile);
		const telling: Question = {
			id: 'telling',
			question: 'Is it told?',
			until: 'It is not',
			ask: async ({ mark }) => {
				const { apiKey, apiSecret, receiverUrl } = settings;
				const pair = Buffer.from(`${apiKey}:${apiSecret}`).toString('base64');
				return { seen: [apiKey, apiSecret, pair, receiverUrl, mark].join(' ') };
			},
		};
		const failing: Question = {
			...telling,
			ask: async (probe) => await Promise.reject(new Error((await telling.ask(probe)).seen)),
		};

		const { outcomes } = await runProbe(settings, {
			questions: [telling, failing],
			person: nobody,
		});

		expect(outcomes.map(({ state, seen }) => [state, seen])).toEqual([
			['answered', '*** *** *** *** ***'],
			['failed', '*** *** *** *** ***'],
		]);
	});
});

describe('a key of production', () => {
	it('ends the run when Smile says so', async () => {
		const smile = await worlds.startSmile({ environment: 'production' });

		const report = await probeSmile(smile, { person: agreeable(smile) });

		expect(stateOf(report, 'users.withoutSession')).toBe('not asked');
		expect(smile.data.all('archives')).toEqual([]);
		expect(smile.queries.all).toEqual([]);
		expect(smile.webhooks.all).toEqual([]);
	});
});
