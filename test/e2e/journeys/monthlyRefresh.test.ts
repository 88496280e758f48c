import type { IDataObject } from 'n8n-workflow';

import { sampleEvent } from '../../../nodes/Smile/events/sample';
import monthlyRefresh from '../../../workflows/monthly-refresh.json';
import widgetPage from '../../../workflows/widget-page.json';
import { office, startJourneys, type Journeys } from '../../support/journeys/journey';
import { openPage } from '../../support/journeys/people';
import { enter, rowsOf } from '../../support/journeys/tables';
import { changeRows } from '../../support/n8n/readyMade';
import type { Workflow } from '../../support/n8n/types';
import { hasTables } from '../../support/n8n/version';
import type { Life } from '../../support/smile/data/life';

const table = 'Smile customers';
const type = 'ACCOUNT_SYNC_TASK_FINISHED';

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

let refreshes = 0;
/** Smile has read an account again. */
async function refresh({ userId, accountId }: Life, data: IDataObject = {}) {
	refreshes += 1;
	const event = sampleEvent(type);
	const about = { userId, sourceId: accountId, status: 'SUCCEEDED', monitorStatus: 'ACTIVE' };
	const datapoints = ['INCOMES'];
	const createdAt = `${new Date().toISOString().slice(0, 19)}Z`;
	const id = `et-refresh-${refreshes}`;
	await journeys.world.smile.emit({
		...event,
		id,
		createdAt,
		data: { ...event.data, ...about, datapoints, ...data },
	});
	const all = await journeys.world.rest.waitForExecutions(workflow.id, refreshes, 60_000);
	return all[refreshes - 1];
}

/** Somebody whose account has just been read, in the table as a customer. */
async function customer(reference: string, fields: IDataObject = {}) {
	const { world } = journeys;
	const plan = { account: 'connected', archive: 'none', invited: false } as const;
	const life = world.smile.data.live(new Date(Date.now() - 600_000), plan);
	const email = `${reference}@people.example`;
	const row = { userId: life.userId, email, reference, monthlyIncome: 1, ...fields };
	await enter(world, table, [row]);
	return life;
}

const rowOf = async (reference: string) =>
	(await rowsOf(journeys.world, table)).find((row) => row.reference === reference);
const actionRequired = { monitorStatus: 'USER_ACTION_REQUIRED', status: 'FAILED' };

(hasTables ? describe : describe.skip)('"monthly refresh"', () => {
	beforeAll(async () => {
		const plan = { account: 'connected', archive: 'none', invited: false } as const;
		const { error } = await refresh(journeys.world.smile.data.live(new Date(), plan));
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

	it('asks once to sign in again, by a page that works, and anew after a good refresh', async () => {
		const life = await customer('locked-out');
		const email = 'locked-out@people.example';

		await refresh(life, actionRequired);
		await refresh(life, actionRequired);
		const once = journeys.mail.to(email).length;
		const page = await openPage(journeys.linkTo(email));
		await refresh(life);
		await refresh(life, actionRequired);

		expect(page).toMatchObject({ status: 200, opened: [{ userToken: expect.any(String) }] });
		expect([once, journeys.mail.to(email).length]).toEqual([1, 2]);
	});

	it('shows it when the e-mail is not taken, and writes no second one', async () => {
		const life = await customer('unreachable');
		journeys.mail.refused.add('unreachable@people.example');

		const { error } = await refresh(life, actionRequired);
		const again = await refresh(life, actionRequired);

		expect(error?.message).toContain('but the e-mail was not taken');
		expect(again.error).toBeUndefined();
		expect(journeys.mail.mails).toEqual([]);
	});

	it('has Smile stop reading where the contract has ended', async () => {
		const life = await customer('over', { contract: 'ended' });

		const { error } = await refresh(life);

		expect(error).toBeUndefined();
		expect(journeys.world.smile.data.find('accounts', life.accountId)).toMatchObject({
			monitorStatus: 'CUSTOMER_DISABLED',
			connectionStatus: 'CONNECTED',
		});
		expect(journeys.mail.to(office)).toHaveLength(1);
	});

	it.each([
		['whose refresh failed', { status: 'FAILED', errorCode: 'PROVIDER_DOWN' }, 'PROVIDER_DOWN'],
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
