import { nobody } from '../probe/person';
import { questions } from '../probe/questions';
import { textOf } from '../probe/report';
import type { Question } from '../probe/question';
import { runProbe, type Outcome, type ProbeReport } from '../probe/runProbe';
import { agreeable, probeSmile, settingsAt } from '../support/probing';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const stateOf = ({ outcomes }: ProbeReport, id: string) =>
	outcomes.find((outcome) => outcome.id === id)?.state;
const seenOf = ({ outcomes }: ProbeReport, id: string) =>
	outcomes.find((outcome) => outcome.id === id)?.seen;
const undeleted = ({ leftovers }: ProbeReport) => leftovers.filter(({ isExpected }) => !isExpected);

/** Everything at Smile that a call can delete, and that nobody has withdrawn. */
function deletableAt({ webhooks, data }: SimulatedSmile): string[] {
	const archives = data
		.all('archives')
		.filter(({ state }) => (state as { status: string }).status !== 'REVOKED');
	const templates = [...data.all('consentTemplates'), ...data.all('inviteTemplates')];
	return [...webhooks.all, ...archives, ...templates].map(({ id }) => id);
}

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
		expect(smile.queries.all.map(({ id }) => named.includes(id))).toEqual([true, true, true]);
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

describe('a receiver that nothing reaches', () => {
	const only = [
		'deliveries.sandbox',
		'users.eventOfReset',
		'users.eventsOfMadeUsers',
		'revocation.event',
		'queries.betaRecordEvents',
		'retries.refused',
	];

	it('decides nothing', async () => {
		const smile = await worlds.startSmile();
		const further = { receiverUrl: 'https://elsewhere.example.test' };

		const report = await probeSmile(smile, { only, further, person: agreeable(smile) });

		expect(report.outcomes.filter(({ value }) => value !== undefined)).toEqual([]);
		expect(seenOf(report, 'revocation.event')).toMatch(/that decides nothing$/);
		expect(stateOf(report, 'retries.refused')).toBe('failed');
	});

	it.each([
		['is told', async () => await Promise.reject(new Error('no such host')), 1],
		['is told when something else answers', async () => await Promise.resolve(), 1],
	])('%s before anything is asked', async (_how, visit, count) => {
		const smile = await worlds.startSmile();
		const warnings: string[] = [];

		await probeSmile(smile, { only: [], visit, warn: (text) => warnings.push(text) });

		expect(warnings).toHaveLength(count);
		expect(warnings[0]).toMatch(/^SMILE_RECEIVER_URL does not seem to lead to port \d+/);
		expect(smile.journal.entries).toEqual([]);
	});

	it('is not told of where the address leads here, and the call counts as none of Smile', async () => {
		const smile = await worlds.startSmile();
		const warnings: string[] = [];
		const settings = await settingsAt(smile);
		const local = `http://127.0.0.1:${settings.receiverPort}`;

		const report = await probeSmile(smile, {
			only: ['deliveries.ping'],
			further: settings,
			visit: async (address) => await fetch(address.replace(settings.receiverUrl, local)),
			warn: (text) => warnings.push(text),
		});

		expect(warnings).toEqual([]);
		expect(seenOf(report, 'deliveries.ping')).toBe('No call came');
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

describe('what the probe made', () => {
	it('is named where it cannot be deleted', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'status', status: 500, method: 'DELETE', times: Infinity });

		const report = await probeSmile(smile, { only: ['webhooks.sparse'] });

		const ids = smile.webhooks.all.map(({ id }) => id);
		expect(ids.length).toBeGreaterThan(5);
		expect(
			undeleted(report)
				.map(({ id }) => id)
				.sort(),
		).toEqual([...ids].sort());
		for (const id of ids) {
			expect(textOf(report)).toContain(
				`- webhook ${id}: its deletion was answered 500 SERVER_ERROR`,
			);
		}
	});

	it('is deleted where the answer to its creation was lost', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'answerLost', method: 'POST', path: '/webhooks' });
		smile.faults.next({ kind: 'answerLost', method: 'POST', path: '/archives' });

		const report = await probeSmile(smile, { only: ['webhooks.sparse', 'archives.processing'] });

		expect(report.outcomes.map(({ state }) => state)).toEqual(['failed', 'failed']);
		expect(smile.journal.of('POST', '/archives')).toHaveLength(1);
		expect(deletableAt(smile)).toEqual(
			smile.data
				.all('consentTemplates')
				.concat(smile.data.all('inviteTemplates'))
				.map(({ id }) => id),
		);
		expect(undeleted(report)).toEqual([]);
	});

	it('is named where Smile says that it is deleted and still lists it', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'empty', method: 'DELETE', times: Infinity });

		const report = await probeSmile(smile, { only: ['webhooks.sparse'] });

		expect(undeleted(report).length).toBe(smile.webhooks.all.length);
		expect(undeleted(report)[0].why).toBe('Smile said that it is deleted, and still lists it');
	});

	it('is named as unknown where the lists cannot be read', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({
			kind: 'status',
			status: 503,
			method: 'GET',
			path: '/webhooks',
			times: Infinity,
		});

		const report = await probeSmile(smile, { only: ['webhooks.sparse'] });

		expect(undeleted(report)).toEqual([
			expect.objectContaining({ kind: 'webhook', id: 'unknown' }),
		]);
		expect(smile.webhooks.all).toEqual([]);
	});

	it('is deleted when somebody interrupts the run', async () => {
		const smile = await worlds.startSmile();
		const interruption = new AbortController();
		const told: Outcome[] = [];

		const report = await probeSmile(smile, {
			only: ['webhooks.sparse', 'lists.order', 'users.withoutSession'],
			stop: interruption.signal,
			progress: (outcome) => {
				told.push(outcome);
				interruption.abort();
			},
		});

		expect(told.map(({ state }) => state)).toEqual(['answered', 'not asked', 'not asked']);
		expect(seenOf(report, 'lists.order')).toBe('The run was interrupted');
		expect(smile.journal.of('POST', '/webhooks').length).toBeGreaterThan(5);
		expect(smile.webhooks.all).toEqual([]);
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

describe('what reaches a person', () => {
	const reaching = questions.filter(({ needs }) => needs === 'invite' || needs === 'query');
	const only = reaching.map(({ id }) => id).filter((id) => id !== 'queries.wrappedSignals');
	const further = { email: 'somebody@example.test' };

	it.each([
		['nobody is there', nobody, 'There is no terminal at which somebody could agree'],
		['somebody says no', { confirm: async () => false }, 'Whoever ran the probe did not agree'],
	])('is left out when %s', async (_who, person, why) => {
		const smile = await worlds.startSmile();

		const report = await probeSmile(smile, { only, person, further });

		expect([...new Set(report.outcomes.map(({ seen }) => seen))]).toEqual([why]);
		expect(report.outcomes.every(({ state }) => state === 'not asked')).toBe(true);
		expect(smile.outbox.mails).toEqual([]);
		expect(smile.queries.all).toEqual([]);
		expect(smile.data.all('invites')).toEqual([]);
	});

	it('says that an e-mail came where the template was not obeyed', async () => {
		const smile = await worlds.startSmile({ switches: { obeysSendEmail: false } });

		const report = await probeSmile(smile, {
			only: ['invites.sendEmail'],
			person: agreeable(smile),
			further,
		});

		expect(seenOf(report, 'invites.sendEmail')).toBe('An e-mail arrived');
		expect(smile.outbox.mails).toHaveLength(1);
	});
});
