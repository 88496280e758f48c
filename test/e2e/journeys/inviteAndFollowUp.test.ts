import { office } from '../../support/journeys/journey';
import {
	addressOf,
	inviteTable,
	startInviteList,
	type InviteList,
} from '../../support/journeys/inviteList';
import { age, enter } from '../../support/journeys/tables';
import { changeRows } from '../../support/n8n/readyMade';
import { hasTables } from '../../support/n8n/version';

let invites: InviteList;
beforeAll(async () => {
	if (hasTables) invites = await startInviteList();
});
afterAll(async () => await invites?.journeys.close());
beforeEach(() => {
	if (!invites) return;
	const { mail, world } = invites.journeys;
	mail.mails.splice(0);
	mail.refused.clear();
	mail.unanswered.clear();
	world.smile.outbox.clear();
});
afterEach(async () => {
	invites?.journeys.world.smile.faults.clear();
	expect((await invites?.unnamed()) ?? []).toEqual([]);
});

const told = () => invites.journeys.mail.to(office).map(({ text }) => text);
const remindersTo = (fullName: string) => invites.journeys.mail.to(addressOf(fullName));
const stateOf = async (fullName: string) => (await invites.rowOf(fullName)).state;

(hasTables ? describe : describe.skip)('"invite and follow up"', () => {
	it('invites each new row once, whatever happens on the following mornings', async () => {
		const { journeys, morning, rowOf, list, sent } = invites;
		await list('Tala', 'Bayani');
		await enter(journeys.world, inviteTable, [
			{ fullName: 'Tala again', email: ' TALA@people.example' },
			{ fullName: 'Nobody', email: 'no address' },
		]);

		const first = await morning();
		const second = await morning();

		expect([first.error, second.error]).toEqual([undefined, undefined]);
		expect(sent().sort()).toEqual([addressOf('Bayani'), addressOf('Tala')]);
		expect(await rowOf('Tala')).toMatchObject({ state: 'invited', reminders: '0' });
		expect([await stateOf('Tala again'), await stateOf('Nobody')]).toEqual([
			'double',
			'no name or address',
		]);
		expect(journeys.mail.mails.every(({ to }) => to === office)).toBe(true);
		expect(told().join()).toMatch(/double/);
	});

	it('invites a row that was corrected after Smile refused it, although the address also stood in a double', async () => {
		const { journeys, morning, list, sent } = invites;
		const { faults } = journeys.world.smile;
		faults.next({ kind: 'status', status: 400, path: '/invites', method: 'POST' });
		await list('Dalisay');
		const double = { fullName: 'Dalisay again', email: addressOf('Dalisay') };
		await enter(journeys.world, inviteTable, [double]);
		await morning();
		expect([await stateOf('Dalisay'), await stateOf('Dalisay again')]).toEqual([
			'failed',
			'double',
		]);

		await changeRows(journeys.world, inviteTable, ['fullName', 'Dalisay'], { state: null });
		await morning();

		expect(await stateOf('Dalisay')).toBe('invited');
		expect(sent()).toEqual([addressOf('Dalisay')]);
	});

	it.each([
		['Refused', 'status', 400, 0],
		['Busy', 'status', 429, 0],
		['Lost', 'answerLost', 400, 1],
	] as const)('writes no second e-mail after a failure: %s', async (name, kind, status, mails) => {
		const path = '/invites';
		const { faults } = invites.journeys.world.smile;
		if (kind === 'status') faults.next({ kind, status, path, method: 'POST', times: Infinity });
		else {
			faults.next({ kind, path, method: 'POST' });
			faults.next({ kind: 'status', status, path, method: 'GET' });
		}
		await invites.list(name);

		await invites.morning();
		faults.clear();
		await invites.morning();

		expect(invites.sent()).toHaveLength(mails);
		expect(await stateOf(name)).toBe('failed');
		expect(told()).toEqual([expect.stringContaining('Smile may have written to the person')]);
	});

	it('reminds after 3 and 9 days by what the log says, and not any more after that', async () => {
		const { later, morning } = invites;
		const inviteId = await invites.invited('Melati', 2);
		await morning();
		const early = remindersTo('Melati').length;
		await later('Melati', 4);
		await morning();
		await morning();
		invites.journeys.world.smile.data.followInvite(inviteId, 'LANDING_PAGE_OPENED');
		await later('Melati', 10);
		await morning();
		await later('Melati', 12.5);
		await morning();

		const texts = remindersTo('Melati').map(({ text }) => text);
		expect(early).toBe(0);
		expect(texts).toEqual([
			expect.stringContaining('Perhaps our e-mail did not reach you'),
			expect.stringContaining('You have opened our page'),
		]);
		expect(texts[0]).toMatch(/https:\/\/invites\.example\S+token=/);
		expect(invites.sent()).toEqual([]);
	});

	it.each([
		['Cahaya', 'REVOKED', 4, 'ended: REVOKED'],
		['Bintang', 'EMAIL_OPENED', 15, 'too late'],
	] as const)('reminds %s not any more: %s', async (name, status, days, state) => {
		const inviteId = await invites.invited(name, days);
		const { data } = invites.journeys.world.smile;
		data.followInvite(inviteId, status, new Date(Date.now() + 1_000));

		await invites.morning();
		await invites.morning();

		expect(await stateOf(name)).toBe(state);
		expect(remindersTo(name)).toEqual([]);
		expect(told()).toEqual([expect.stringContaining(`: ${state}`)]);
	});

	it.each([
		['Jacaranda', 'refused', 'bounced', 0],
		['Kalachuchi', 'unanswered', 'invited', 2],
	] as const)('tells of a reminder that is not taken, once: %s', async (name, why, state, sent) => {
		await invites.invited(name, 4);
		invites.journeys.mail[why].add(addressOf(name));

		await invites.morning();
		await invites.morning();
		const texts = told();
		invites.journeys.mail[why].clear();
		await invites.later(name, 10);
		await invites.morning();

		expect(texts).toEqual([expect.stringContaining('the mail server did not take')]);
		expect(await stateOf(name)).toBe(state);
		// A doubt is not sent again, but does not end the reminders either.
		expect(remindersTo(name)).toHaveLength(sent);
		expect(told()).toHaveLength(1);
	});

	it('tells of a row that was being invited when n8n ended, and invites it no second time', async () => {
		const { world } = invites.journeys;
		await enter(world, inviteTable, [
			{ fullName: 'Celestino', email: addressOf('Celestino'), state: 'inviting' },
		]);
		await age(world, inviteTable, ['fullName', 'Celestino'], 1);

		await invites.morning();
		await invites.morning();

		expect(invites.sent()).toEqual([]);
		expect(await stateOf('Celestino')).toBe('in doubt');
		expect(told()).toHaveLength(1);
	});

	it('says whose log Smile refused to give, and reminds nobody in doubt', async () => {
		await invites.invited('Sereno', 4);
		const fault = { kind: 'status', status: 400, path: /\/logs/, times: Infinity } as const;
		invites.journeys.world.smile.faults.next(fault);

		await invites.morning();

		const { id } = await invites.rowOf('Sereno');
		expect(told()).toEqual([expect.stringMatching(`could not be looked up.*\\b${String(id)}\\b`)]);
		expect(remindersTo('Sereno')).toEqual([]);
	});
});
