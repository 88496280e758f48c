import type { IDataObject } from 'n8n-workflow';

import { sampleEvent } from '../../../nodes/Smile/events/sample';
import monthlyRefresh from '../../../workflows/monthly-refresh.json';
import widgetPage from '../../../workflows/widget-page.json';
import { office, startJourneys, type Journeys } from '../../support/journeys/journey';
import { leftAtSmile, tableNames } from '../../support/journeys/left';
import { openPage } from '../../support/journeys/people';
import { age, enter, rowsOf } from '../../support/journeys/tables';
import { changeRows } from '../../support/n8n/readyMade';
import type { Workflow } from '../../support/n8n/types';
import { hasTables } from '../../support/n8n/version';
import type { Life } from '../../support/smile/data/life';

const table = 'Smile customers';

let journeys: Journeys;
let workflow: Workflow;
beforeAll(async () => {
	if (!hasTables) return;
	journeys = await startJourneys();
	await journeys.publish(widgetPage);
	workflow = await journeys.publish(monthlyRefresh);
});
afterAll(async () => await journeys?.close());
beforeEach(() => {
	journeys?.mail.mails.splice(0);
	journeys?.mail.refused.clear();
});
afterEach(async () => {
	if (!journeys) return;
	journeys.world.smile.faults.clear();
	expect(leftAtSmile(journeys.world)).toEqual(people);
	const tables = await tableNames(journeys.world);
	expect([table, 'Smile links']).toEqual(expect.arrayContaining(tables));
});

/** What is at Smile because somebody lives, not because of the workflow. */
let people: Record<string, number>;
function live(at: Date, userId?: string): Life {
	const plan = { account: 'connected', archive: 'none', invited: false, userId } as const;
	const life = journeys.world.smile.data.live(at, plan);
	people = leftAtSmile(journeys.world);
	return life;
}

let refreshes = 0;
/** Smile has read an account again. */
async function refresh({ userId, accountId }: Life, data: IDataObject = {}, at = new Date()) {
	refreshes += 1;
	const event = sampleEvent('ACCOUNT_SYNC_TASK_FINISHED');
	const about = { userId, sourceId: accountId, status: 'SUCCEEDED', monitorStatus: 'ACTIVE' };
	const happened = { ...event.data, ...about, datapoints: ['INCOMES'], ...data };
	const createdAt = `${at.toISOString().slice(0, 19)}Z`;
	const id = `et-refresh-${refreshes}`;
	await journeys.world.smile.emit({ ...event, id, createdAt, data: happened });
	const all = await journeys.world.rest.waitForExecutions(workflow.id, refreshes, 60_000);
	return all[refreshes - 1];
}

/** Somebody whose account has just been read, in the table as a customer. */
async function customer(reference: string, fields: IDataObject = {}) {
	const life = live(new Date(Date.now() - 600_000));
	const email = `${reference}@people.example`;
	const row = { userId: life.userId, email, reference, monthlyIncome: 1, ...fields };
	await enter(journeys.world, table, [row]);
	return life;
}

/** Runs a morning, which is an execution too. */
async function morning(): Promise<void> {
	await journeys.run(workflow, 'Every Morning');
	refreshes += 1;
}

const rowOf = async (reference: string) =>
	(await rowsOf(journeys.world, table)).find((row) => row.reference === reference);
const down = { status: 'FAILED', errorCode: 'PROVIDER_DOWN' };
const failed = (monitorStatus: string) => ({ ...down, monitorStatus });
const actionRequired = { monitorStatus: 'USER_ACTION_REQUIRED', status: 'FAILED' };

(hasTables ? describe : describe.skip)('"monthly refresh"', () => {
	beforeAll(async () => {
		const { error } = await refresh(live(new Date()));
		expect(error?.message).toContain('who is not in the data table Smile customers');
	});

	it('keeps the newest income', async () => {
		const life = await customer('refreshed');
		const incomes = journeys.world.smile.data.of('incomes', life.accountId);
		const newest = [...incomes].sort((one, other) =>
			String(other.startDate).localeCompare(String(one.startDate)),
		)[0];

		const { error, items } = await refresh(life);

		expect(error).toBeUndefined();
		expect(items('Your step here')).toMatchObject([
			{ json: { monthlyIncome: newest.netAmount, before: 1, reference: 'refreshed' } },
		]);
		expect(await rowOf('refreshed')).toMatchObject({ monthlyIncome: newest.netAmount });
		expect(journeys.mail.mails).toEqual([]);
	});

	it.each([
		['an income to use', 'locked-out', 'Monthly'],
		['no income to use', 'locked-out-weekly', 'Weekly'],
	])('asks once to sign in again, and anew after %s', async (_what, reference, frequency) => {
		const life = await customer(reference);
		const email = `${reference}@people.example`;
		const [income] = journeys.world.smile.data.of('incomes', life.accountId);
		journeys.world.smile.data.change('incomes', income.id, { frequency });

		await refresh(life, actionRequired);
		await refresh(life, actionRequired);
		const once = journeys.mail.to(email).length;
		const page = await openPage(journeys.linkTo(email));
		await refresh(life);
		await refresh(life, actionRequired);

		expect(page).toMatchObject({ status: 200, opened: [{ userToken: expect.any(String) }] });
		expect([once, journeys.mail.to(email).length]).toEqual([1, 2]);
		expect((await rowOf(reference))?.told).toMatch(/^\d{4}-/);
	});

	it('shows it when the e-mail is not taken, now and once in the morning, and writes no second one', async () => {
		const life = await customer('unreachable');
		journeys.mail.refused.add('unreachable@people.example');

		const { error } = await refresh(life, actionRequired);
		const again = await refresh(life, actionRequired);

		expect(error?.message).toContain('but the e-mail was not taken');
		expect(again.error).toBeUndefined();
		expect(journeys.mail.mails).toEqual([]);
		await age(journeys.world, table, ['reference', 'unreachable'], 1);
		await morning();
		await morning();
		expect(journeys.mail.mails).toMatchObject([
			{ to: office, text: expect.stringContaining('unreachable (unreachable@people.example)') },
		]);
	});

	it('shows once who has not signed in after 14 days, and writes again after your word', async () => {
		const told = new Date(Date.now() - 15 * 86_400_000).toISOString();
		await customer('gone', { told, contract: 'ended' });
		const life = await customer('silent', { told });

		await morning();
		await morning();
		await refresh(life, actionRequired);
		const shown = [...journeys.mail.mails];
		await changeRows(journeys.world, table, ['reference', 'silent'], { told: null });
		await refresh(life, actionRequired);

		expect(shown).toHaveLength(1);
		expect(shown[0].text).toMatch(/silent \(.*\): .* more than 14 days ago/);
		expect(shown[0].text).not.toMatch(/gone|locked-out/);
		expect(journeys.mail.to('silent@people.example')).toHaveLength(1);
	});

	it('has Smile stop reading where the contract has ended, and tells it once', async () => {
		const life = await customer('over', { contract: 'ended' });

		const { error } = await refresh(life);
		await refresh(life);

		expect(error).toBeUndefined();
		expect(journeys.world.smile.data.find('accounts', life.accountId)).toMatchObject({
			monitorStatus: 'CUSTOMER_DISABLED',
			connectionStatus: 'CONNECTED',
		});
		expect(journeys.mail.to(office)).toHaveLength(1);
	});

	it.each([
		['whose refresh failed', failed('ACTIVE'), 'DOWN. The monitor is ACTIVE: Smile goes on'],
		['who has no monitor', failed('UNSUPPORTED'), 'Smile does not go on by itself'],
		['who revoked the account in between', {}, 'there is no new income to use'],
	])('tells of a person %s', async (who, data, reason) => {
		const life = await customer(who);
		if (who.includes('revoked')) journeys.world.smile.data.revoke(life.accountId);

		const { error } = await refresh(life, data);

		expect(error).toBeUndefined();
		expect(journeys.mail.mails).toMatchObject([
			{ to: office, text: expect.stringContaining(reason) },
		]);
		expect(await rowOf(who)).toMatchObject({ monthlyIncome: 1 });
	});

	it('tells of an income that is not monthly, and keeps the old one', async () => {
		const life = await customer('weekly');
		const [income] = journeys.world.smile.data.of('incomes', life.accountId);
		journeys.world.smile.data.change('incomes', income.id, { frequency: 'Weekly' });

		const { items } = await refresh(life);

		expect(items('Your step here')).toEqual([]);
		expect(await rowOf('weekly')).toMatchObject({ monthlyIncome: 1 });
		expect(journeys.mail.mails).toMatchObject([
			{ to: office, text: expect.stringContaining('not every one is monthly') },
		]);
	});

	it('keeps the income of the first account, and tells of a second one', async () => {
		const life = await customer('two-jobs');
		await refresh(life);
		const { monthlyIncome } = (await rowOf('two-jobs')) ?? {};
		const second = live(new Date(Date.now() - 600_000), life.userId);
		await changeRows(journeys.world, table, ['reference', 'two-jobs'], { told: 'not certain' });

		const { items } = await refresh(second);

		expect(items('Your step here')).toEqual([]);
		const kept = { monthlyIncome, accountId: life.accountId, told: 'not certain' };
		expect(await rowOf('two-jobs')).toMatchObject(kept);
		expect(journeys.mail.mails).toMatchObject([
			{ to: office, text: expect.stringContaining(`it comes from ${second.accountId}`) },
		]);
	});

	it('leaves the newer income where an older event comes late', async () => {
		const life = await customer('late');
		await refresh(life);
		await changeRows(journeys.world, table, ['reference', 'late'], { monthlyIncome: 3 });

		const { error, items } = await refresh(life, {}, new Date(Date.now() - 3_600_000));

		expect(error).toBeUndefined();
		expect(items('Your step here')).toEqual([]);
		expect(await rowOf('late')).toMatchObject({ monthlyIncome: 3 });
		expect(journeys.mail.mails).toEqual([]);
	});

	it('waits and goes on when Smile is busy', async () => {
		const life = await customer('busy');
		await changeRows(journeys.world, table, ['reference', 'busy'], { monthlyIncome: 2 });
		const busy = { kind: 'status', status: 429, path: '/incomes', times: 2 } as const;
		journeys.world.smile.faults.next(busy);

		const { error } = await refresh(life);

		expect(error).toBeUndefined();
		expect(Number((await rowOf('busy'))?.monthlyIncome)).toBeGreaterThan(2);
	});
});
