import type { INode } from 'n8n-workflow';

import inviteAndFollowUp from '../../../workflows/invite-and-follow-up.json';
import { office, startJourneys, type Journeys } from '../../support/journeys/journey';
import { age, enter, rowsOf } from '../../support/journeys/tables';
import { changeRows } from '../../support/n8n/readyMade';
import type { Workflow } from '../../support/n8n/types';
import { hasTables } from '../../support/n8n/version';
import { newEventId } from '../../support/smile/sentEvent';

const table = 'Smile invites';

let journeys: Journeys;
let workflow: Workflow;
beforeAll(async () => {
	if (!hasTables) return;
	journeys = await startJourneys();
	workflow = await journeys.publish(inviteAndFollowUp, chosen);
	await morning();
});
afterAll(async () => await journeys?.close());
beforeEach(() => {
	journeys?.mail.mails.splice(0);
	journeys?.mail.refused.clear();
	journeys?.world.smile.outbox.clear();
});
afterEach(() => journeys?.world.smile.faults.clear());

/** A person picks the invite template. */
function chosen({ name, parameters }: INode): void {
	if (name !== 'Invite') return;
	const [{ id: value }] = journeys.world.smile.data.all('inviteTemplates');
	parameters.templateId = { __rl: true, mode: 'id', value };
}

const morning = async () => await journeys.run(workflow, 'Every Morning');
const address = (fullName: string) => `${fullName.toLowerCase()}@people.example`;
const sent = () => journeys.world.smile.outbox.mails.map(({ to }) => to);

async function list(...names: string[]): Promise<void> {
	const rows = names.map((fullName) => ({ fullName, email: address(fullName) }));
	await enter(journeys.world, table, rows);
}

async function rowOf(fullName: string) {
	const row = (await rowsOf(journeys.world, table)).find((one) => one.fullName === fullName);
	if (!row) throw new Error(`The table has no row of ${fullName}`);
	return row;
}

/** Invites somebody so many days ago. */
async function invited(fullName: string, days: number): Promise<string> {
	await list(fullName);
	await morning();
	const invitedAt = new Date(Date.now() - days * 86_400_000).toISOString();
	await changeRows(journeys.world, table, ['fullName', fullName], { invitedAt });
	journeys.world.smile.outbox.clear();
	return String((await rowOf(fullName)).inviteId);
}

async function later(fullName: string, days: number): Promise<void> {
	const invitedAt = new Date(Date.now() - days * 86_400_000).toISOString();
	await changeRows(journeys.world, table, ['fullName', fullName], { invitedAt });
}

(hasTables ? describe : describe.skip)('"invite and follow up"', () => {
	it('invites each new row once, whatever happens on the following mornings', async () => {
		await list('Tala', 'Bayani');
		await enter(journeys.world, table, [
			{ fullName: 'Tala again', email: ' TALA@people.example' },
			{ fullName: 'Nobody', email: 'no address' },
		]);

		const first = await morning();
		const second = await morning();

		expect([first.error, second.error]).toEqual([undefined, undefined]);
		expect(sent().sort()).toEqual([address('Bayani'), address('Tala')]);
		expect(await rowOf('Tala')).toMatchObject({ state: 'invited', reminders: '0' });
		expect([(await rowOf('Tala again')).state, (await rowOf('Nobody')).state]).toEqual([
			'double',
			'no name or address',
		]);
		expect(journeys.mail.mails.every(({ to }) => to === office)).toBe(true);
		expect(journeys.mail.mails.map(({ text }) => text).join()).toMatch(/double/);
	});

	it.each([
		['Refused', 'status', 0],
		['Lost', 'answerLost', 1],
	] as const)('writes no second e-mail after a failure: %s', async (name, kind, mails) => {
		const path = '/invites';
		const { faults } = journeys.world.smile;
		faults.next(kind === 'status' ? { kind, status: 400, path } : { kind, path, method: 'POST' });
		if (kind !== 'status') {
			faults.next({ kind: 'status', status: 400, path, method: 'GET', times: 1 });
		}
		await list(name);

		await morning();
		faults.clear();
		await morning();

		expect(sent()).toHaveLength(mails);
		expect((await rowOf(name)).state).toBe('failed');
		expect(journeys.mail.to(office)).toMatchObject([
			{ text: expect.stringContaining('Smile may have written to the person') },
		]);
	});

	it('reminds after 3 and 9 days by what the log says, and not any more after that', async () => {
		const inviteId = await invited('Melati', 2);
		await morning();
		const early = journeys.mail.to(address('Melati')).length;
		await later('Melati', 4);
		await morning();
		await morning();
		journeys.world.smile.data.followInvite(inviteId, 'LANDING_PAGE_OPENED');
		await later('Melati', 10);
		await morning();
		await later('Melati', 12.5);
		await morning();

		const texts = journeys.mail.to(address('Melati')).map(({ text }) => text);
		expect(early).toBe(0);
		expect(texts).toEqual([
			expect.stringContaining('Perhaps our e-mail did not reach you'),
			expect.stringContaining('You have opened our page'),
		]);
		expect(texts[0]).toMatch(/https:\/\/invites\.example\S+token=/);
		expect(sent()).toEqual([]);
	});

	it.each([
		['Guntur', 'LINKED', 4, 'linked', 0],
		['Cahaya', 'REVOKED', 4, 'ended: REVOKED', 1],
		['Bintang', 'EMAIL_OPENED', 15, 'too late', 1],
	] as const)('reminds %s not any more: %s', async (name, status, days, state, told) => {
		const inviteId = await invited(name, days);
		journeys.world.smile.data.followInvite(inviteId, status, new Date(Date.now() + 1_000));
		journeys.mail.mails.splice(0);

		await morning();
		await morning();

		expect((await rowOf(name)).state).toBe(state);
		expect(journeys.mail.to(address(name))).toEqual([]);
		expect(journeys.mail.to(office)).toHaveLength(told);
	});

	it('tells of a reminder that is not taken, once', async () => {
		await invited('Jacaranda', 4);
		journeys.mail.refused.add(address('Jacaranda'));

		await morning();
		await morning();

		expect((await rowOf('Jacaranda')).state).toBe('bounced');
		expect(journeys.mail.to(office)).toMatchObject([
			{ text: expect.stringContaining('was not taken') },
		]);
	});

	it('goes on once when somebody has linked, however often Smile says so', async () => {
		const { rest, smile } = journeys.world;
		const inviteId = await invited('Aurora', 1);
		const known = (await rest.listExecutions(workflow.id)).length;
		const { userId } = await rowOf('Aurora');
		const event = { version: 1, type: 'INVITE_LINKED', createdAt: new Date().toISOString() };
		for (let time = 0; time < 2; time += 1) {
			await smile.emit({ ...event, id: newEventId(), data: { userId, inviteId } });
		}

		const executions = (await rest.waitForExecutions(workflow.id, known + 2)).slice(known);

		expect(executions.flatMap(({ items }) => items('Your step here'))).toMatchObject([
			{ json: { fullName: 'Aurora', state: 'linked' } },
		]);
	});

	it('tells of a row that was being invited when n8n ended, and invites it no second time', async () => {
		await enter(journeys.world, table, [
			{ fullName: 'Celestino', email: address('Celestino'), state: 'inviting' },
		]);
		await age(journeys.world, table, ['fullName', 'Celestino'], 1);

		await morning();
		await morning();

		expect(sent()).toEqual([]);
		expect((await rowOf('Celestino')).state).toBe('in doubt');
		expect(journeys.mail.to(office)).toHaveLength(1);
	});

	it('says whom it could not look up, and reminds nobody in doubt', async () => {
		await invited('Sereno', 4);
		const fault = { kind: 'status', status: 400, path: /\/logs/, times: Infinity } as const;
		journeys.world.smile.faults.next(fault);

		const { error } = await morning();

		expect(error?.message).toContain('could not be looked up at Smile');
		expect(journeys.mail.to(address('Sereno'))).toEqual([]);
	});
});
