import * as waitingPeople from '../../support/journeys/waitingPeople';
import { tell } from '../../support/journeys/people';
import { age, enter, rowsOf } from '../../support/journeys/tables';
import { hasTables } from '../../support/n8n/version';
import type { SmileRecord } from '../../support/smile/data/shelves';
import { eventually } from '../../support/waitFor';

const step = 'Your step here';
const table = waitingPeople.waitingTable;
const done = { states: ['done'], links: 1, users: 1, sources: 1 };

let people: waitingPeople.WaitingPeople;
let waiting: string;
let late: string;
beforeAll(async () => {
	if (!hasTables) return;
	people = await waitingPeople.startWaitingPeople();
	waiting = await people.ask('restarted');
	late = await people.ask('late');
	const overdue = await people.ask('overdue');
	for (const one of [waiting, late, overdue]) await eventually(() => people.isWaiting(one));
	await people.crash({ overdue, late });
});
afterAll(async () => await people?.journeys.close());
afterEach(async () => {
	if (!people) return;
	people.journeys.mail.accept();
	people.journeys.world.smile.faults.clear();
	// Whatever goes wrong is told: an execution that has failed is no way to tell it.
	expect(await people.failures()).toEqual([]);
});

const end = async (execution: string) =>
	await people.journeys.world.rest.finishedExecution(execution, 180_000);
const mailsTo = (reference: string) =>
	people.journeys.mail.to(`${reference}@people.example`).length;
const asked = async (reference: string) => {
	const execution = await people.ask(reference);
	await eventually(async () => await people.isWaiting(execution));
	return execution;
};

(hasTables ? describe : describe.skip)('"wait for a person"', () => {
	it('goes on with the incomes, also after n8n was killed while it waited', async () => {
		const life = await people.link('restarted');

		await people.finish(life);
		const { items } = await end(waiting);
		await people.finish(life);

		expect(items(step).map(({ json }) => json.sourceId)).toContain(life.accountId);
		expect(await people.told('restarted', 0)).toEqual([]);
		expect(mailsTo('restarted')).toBe(1);
		expect(await people.left('restarted')).toEqual(done);
	});

	it('tells of a time limit that has ended while n8n was not there', async () => {
		expect(await people.told('overdue')).toEqual([expect.stringContaining('linked no account')]);
		// Where n8n continues that before it has its tables, the row waits for the look of a morning.
		const { states, ...left } = await people.left('overdue');
		expect(['given up', 'waiting']).toContain(states.join());
		expect({ ...left, states: done.states }).toEqual({ ...done, sources: 0 });
	});

	it('takes an event that is faster than the Wait node, and tells of a second account', async () => {
		const { mail } = people.journeys;
		mail.hold();
		const execution = await people.ask('fast');
		const [first, second] = [await people.link('fast'), await people.link('fast')];
		expect(await people.isWaiting(execution)).toBe(false);

		await people.finish(first);
		await people.finish(second);
		mail.accept();
		const { items } = await end(execution);
		const [taken] = items(step).map(({ json }) => json.sourceId);
		const other = taken === first.accountId ? second : first;

		expect([first.accountId, second.accountId]).toContain(taken);
		expect(await people.told('fast')).toEqual([expect.stringContaining(other.accountId)]);
		expect(await people.left('fast')).toEqual({ ...done, sources: 2 });
	});

	it('goes on with a payslip that is uploaded instead', async () => {
		const execution = await asked('uploads');
		const life = await people.link('uploads', { account: 'failed', archive: 'analyzed' });

		await people.finish(life);
		const { items } = await end(execution);

		expect(items(step).map(({ json }) => json.sourceId)).toEqual([life.archiveId]);
		expect(await people.left('uploads')).toEqual({ ...done, sources: 2 });
	});

	it.each([
		['failed', { account: 'failed' }, 'ACCOUNT_FAILED', 'The password is not right'],
		['unread', { account: 'connected' }, 'TASK_FINISHED', 'Smile gave no reason'],
		['unclear', { account: 'failed', archive: 'failed' }, 'ARCHIVE_FAILED', 'A date cannot be'],
	] as const)('tells of a failure once and waits on: %s', async (reference, plan, type, why) => {
		const { smile } = people.journeys.world;
		const execution = await asked(reference);
		const life = await people.link(reference, plan);
		for (let time = 0; time < 2; time += 1) {
			if (type === 'TASK_FINISHED') await people.finish(life, 'FAILED');
			else await tell(smile, life, type);
		}
		const told = await people.told(reference);
		expect(await people.isWaiting(execution)).toBe(true);

		await people.finish(await people.link(reference));
		await end(execution);

		expect(told).toEqual([expect.stringContaining(why)]);
		expect((await people.left(reference)).states).toEqual(['done']);
	});

	it.each([
		['revoked', 'Smile has no incomes of revoked'],
		['empty', 'Smile has no incomes of empty'],
		['unreadable', 'the incomes could not be read whole'],
		['partly', 'the incomes could not be read whole'],
	])('tells where there is nothing to go on with: %s', async (reference, why) => {
		const { data, faults } = people.journeys.world.smile;
		const execution = await asked(reference);
		const life = await people.link(reference);
		const { accountId } = life;
		const isOfAnother = ({ metadata }: SmileRecord) => metadata?.sourceId !== accountId;
		if (reference === 'revoked') data.revoke(accountId);
		else if (reference === 'empty') data.keep('incomes', isOfAnother);
		else if (reference === 'partly') {
			const [income] = data.of('incomes', accountId);
			for (let n = 0; n < 160; n += 1) data.add('incomes', { ...income, id: `more-${n}` });
			faults.next({ kind: 'status', status: 400, path: '/incomes', skip: 1 });
		} else faults.next({ kind: 'status', status: 400, path: '/incomes' });

		await people.finish(life);
		const { items } = await end(execution);

		expect(items(step)).toEqual([]);
		const [told] = await people.told(reference);
		expect(told).toContain(why);
		expect(told).toContain(accountId);
		expect(await people.left(reference)).toEqual(done);
	});

	it('asks once where the form is sent twice', async () => {
		await people.request('twice', 2);
		const told = await people.told('twice');
		await end(await people.ask('twice'));

		expect(told).toEqual([expect.stringContaining('is waited for already')]);
		expect(await people.told('twice', 2)).toHaveLength(2);
		expect(mailsTo('twice')).toBe(1);
		expect(await people.left('twice')).toEqual({ ...done, states: ['waiting'], sources: 0 });
	});

	it.each(['refused', 'unanswered'] as const)(
		'waits for nobody whose e-mail is %s, and tells if they come all the same',
		async (reference) => {
			const { mail } = people.journeys;
			mail[reference].add(`${reference}@people.example`);
			await end(await people.ask(reference));
			const told = await people.told(reference);
			const arrived = mailsTo(reference);
			if (arrived) await people.finish(await people.link(reference));

			expect(told).toEqual([expect.stringContaining('was not taken for certain')]);
			expect(arrived).toBe(reference === 'refused' ? 0 : 1);
			expect(await people.told(reference, 1 + arrived)).toHaveLength(1 + arrived);
			const left = { ...done, states: ['given up'], sources: arrived };
			expect(await people.left(reference)).toEqual(left);
		},
	);

	it('goes on where Smile is busy for a moment, and tells where it stays so', async () => {
		const { faults } = people.journeys.world.smile;
		const busy = { kind: 'status', status: 429 } as const;
		faults.next({ ...busy, path: '/users', method: 'POST', times: Infinity });
		await end(await people.ask('busy'));
		const told = await people.told('busy');
		const [before, mails] = [await people.left('busy'), mailsTo('busy')];
		faults.clear();
		faults.next({ ...busy, path: '/users', method: 'POST' });
		const execution = await asked('busy');
		faults.next({ ...busy, path: '/incomes' });
		await people.finish(await people.link('busy'));
		const { items } = await end(execution);

		expect(told).toEqual([expect.stringContaining('no e-mail was sent')]);
		expect(before).toEqual({ states: ['given up'], links: 0, users: 0, sources: 0 });
		expect(mails).toBe(0);
		expect(items(step).length).toBeGreaterThan(0);
		expect(await people.left('busy')).toEqual({ ...done, states: ['given up', 'done'] });
	});

	it('gives up when the time is over, and tells who comes after that', async () => {
		await end(late);
		const [nobody] = await people.told('late');
		const failed = await people.link('late', { account: 'failed' });
		await tell(people.journeys.world.smile, failed, 'ACCOUNT_FAILED');
		const [, tried] = await people.told('late', 2);
		const life = await people.link('late');
		await people.finish(life);
		const [, , came] = await people.told('late', 3);
		await people.finish(life);

		expect(nobody).toContain('late linked no account and uploaded nothing');
		expect(tried).toContain('late tried in vain');
		expect(came).toContain('late linked or uploaded something after the execution');
		expect(await people.told('late', 3)).toHaveLength(3);
		expect(await people.left('late')).toEqual({ ...done, states: ['given up'], sources: 2 });
	});

	it('tells in the morning, once, of what n8n did not bring to its end, and forgets what is done', async () => {
		const { journeys, workflow } = people;
		const { world, mail } = journeys;
		const sentAt = new Date().toISOString();
		const rows = [
			{ reference: 'crashed', state: 'waiting' },
			{ reference: 'stuck', state: 'came', sentAt, source: 'a-example' },
			{ reference: 'over', state: 'waiting', sentAt },
			{ reference: 'patient', state: 'waiting', sentAt },
			{ reference: 'forgotten', state: 'done', sentAt },
		];
		const days = { crashed: 1, stuck: 2, over: 16, patient: 13, forgotten: 31 };
		await enter(world, table, rows);
		for (const [reference, old] of Object.entries(days)) {
			await age(world, table, ['reference', reference], old);
		}
		const known = mail.mails.length;

		await journeys.run(workflow, 'Every Morning');
		await journeys.run(workflow, 'Every Morning');

		const [told, ...more] = mail.mails.slice(known);
		expect(more).toEqual([]);
		expect(told.text).toMatch(/crashed: the e-mail .* may have gone out.*stuck: the data came/);
		expect(told.text).toMatch(/over: the time limit is over/);
		expect(told.text).not.toMatch(/patient|restarted|twice/);
		const states = (await rowsOf(world, table)).map((row) => [row.reference, row.state]);
		expect(states).toEqual(
			expect.arrayContaining([
				...['crashed', 'stuck', 'over'].map((reference) => [reference, 'left behind']),
				['patient', 'waiting'],
				['restarted', 'done'],
			]),
		);
		expect(states).not.toContainEqual(['forgotten', 'done']);
	});
});
