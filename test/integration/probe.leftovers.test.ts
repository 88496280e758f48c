import { nobody } from '../probe/person';
import { questions } from '../probe/questions';
import { textOf } from '../probe/report';
import type { Outcome } from '../probe/runProbe';
import { agreeable, probeSmile } from '../support/probing';
import { Worlds } from '../support/world';
import { seenOf, undeleted, deletableAt } from '../support/probeReports';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

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
