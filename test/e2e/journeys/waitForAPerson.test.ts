import type { INode } from 'n8n-workflow';

import waitForAPerson from '../../../workflows/wait-for-a-person.json';
import widgetPage from '../../../workflows/widget-page.json';
import {
	office,
	startOwnJourneys,
	submit,
	webhookIdOf,
	type Journeys,
} from '../../support/journeys/journey';
import { openPage, tell } from '../../support/journeys/people';
import { rowsOf } from '../../support/journeys/tables';
import type { Workflow } from '../../support/n8n/types';
import { hasTables } from '../../support/n8n/version';
import { eventually } from '../../support/waitFor';

const table = 'Smile waiting';
const step = 'Your step here';

let journeys: Journeys;
let workflow: Workflow;
beforeAll(async () => {
	if (!hasTables) return;
	journeys = await startOwnJourneys();
	await journeys.publish(widgetPage);
	workflow = await journeys.publish(waitForAPerson);
});
afterAll(async () => await journeys?.close());
beforeEach(() => {
	journeys?.mail.mails.splice(0);
	journeys?.mail.refused.clear();
});

const executions = async () => await journeys.world.rest.listExecutions(workflow.id);

/** Asks a person, and gives the execution that waits. */
async function ask(reference: string, of = workflow, file = waitForAPerson) {
	const known = new Set((await journeys.world.rest.listExecutions(of.id)).map(({ id }) => id));
	const url = journeys.url(`/form/${webhookIdOf(file, 'Ask a Person')}`);
	expect((await submit(url, [reference, `${reference}@people.example`])).status).toBe(200);
	const list = async () => await journeys.world.rest.listExecutions(of.id);
	return await eventually(async () => (await list()).find(({ id }) => !known.has(id))?.id);
}

const isWaiting = async (id: string) =>
	(await journeys.world.rest.getExecution(id)).status === 'waiting';

async function userOf(reference: string): Promise<string> {
	const row = await eventually(async () =>
		(await rowsOf(journeys.world, table)).find((one) => one.reference === reference),
	);
	return String(row.userId);
}

/** Opens the link and links an account. */
async function link(reference: string, account: 'connected' | 'failed' = 'connected') {
	const { smile } = journeys.world;
	await eventually(() => journeys.mail.to(`${reference}@people.example`).length);
	const page = await openPage(journeys.linkTo(`${reference}@people.example`));
	expect(page.opened).toHaveLength(1);
	const userId = await userOf(reference);
	return smile.data.live(new Date(), { userId, account, archive: 'none', invited: false });
}

const end = async (id: string) => await journeys.world.rest.finishedExecution(id, 90_000);
/** The errors of all executions that have ended, by their order. */
async function errors(): Promise<string[]> {
	const ended = await eventually(async () => {
		const all = await executions();
		return all.every(({ status }) => !['new', 'running'].includes(status)) && all;
	});
	const failed = ended.filter(({ status }) => status === 'error');
	const whole = await Promise.all(failed.map(async ({ id }) => await end(id)));
	return whole.map(({ error }) => String(error?.message));
}

(hasTables ? describe : describe.skip)('"wait for a person"', () => {
	it('goes on with the incomes, also after n8n was killed while it waited', async () => {
		const waiting = await ask('restarted');
		await eventually(async () => await isWaiting(waiting));
		await journeys.world.restart('kill');
		const life = await link('restarted');

		await tell(journeys.world.smile, life, 'TASK_FINISHED');
		await tell(journeys.world.smile, life, 'TASK_FINISHED');
		const { error, items } = await end(waiting);

		expect(error).toBeUndefined();
		expect(items(step).map(({ json }) => json.sourceId)).toContain(life.accountId);
		expect(await errors()).toEqual([]);
		expect(await rowsOf(journeys.world, table)).toEqual([]);
		expect(journeys.mail.mails).toHaveLength(1);
	});

	it('takes an event that is faster than the Wait node', async () => {
		journeys.mail.delayMs = 4_000;
		const waiting = await ask('fast');
		const life = await link('fast');
		expect(await isWaiting(waiting)).toBe(false);

		await tell(journeys.world.smile, life, 'TASK_FINISHED');
		journeys.mail.delayMs = 0;
		const { error, items } = await end(waiting);

		expect(error).toBeUndefined();
		expect(items(step).length).toBeGreaterThan(0);
		expect(await errors()).toEqual([]);
	});

	it('tells of a failure once and waits on', async () => {
		const waiting = await ask('failed');
		const failed = await link('failed', 'failed');
		await tell(journeys.world.smile, failed, 'ACCOUNT_FAILED');
		await tell(journeys.world.smile, failed, 'ACCOUNT_FAILED');
		await eventually(() => journeys.mail.to(office).length);
		expect(await isWaiting(waiting)).toBe(true);

		await tell(journeys.world.smile, await link('failed'), 'TASK_FINISHED');
		const { error } = await end(waiting);

		expect(error).toBeUndefined();
		expect(journeys.mail.to(office)).toMatchObject([
			{ text: expect.stringContaining('The password is not right') },
		]);
	});

	it('says that there is nothing where the account was revoked in between', async () => {
		const waiting = await ask('revoked');
		const life = await link('revoked');
		await eventually(async () => await isWaiting(waiting));
		journeys.world.smile.data.revoke(life.accountId);

		await tell(journeys.world.smile, life, 'TASK_FINISHED');
		const { error } = await end(waiting);

		expect(error?.message).toContain('Smile has no incomes of revoked');
	});

	it('writes once to who is asked twice, and waits for nobody who cannot be written to', async () => {
		await ask('twice');
		await eventually(() => journeys.mail.mails.length);
		const again = await end(await ask('twice'));
		journeys.mail.refused.add('nobody@people.example');
		const nobody = await end(await ask('nobody'));

		expect(again.error?.message).toContain('is waited for already');
		expect(nobody.error?.message).toContain('Nobody waits for nobody');
		expect(journeys.mail.mails).toHaveLength(1);
		expect((await rowsOf(journeys.world, table)).map(({ reference }) => reference)).toEqual([
			'twice',
		]);
	});

	it('gives up when the time is over, and shows who comes after that', async () => {
		const soon = ({ name, parameters }: INode) => {
			if (name !== 'Wait for the Person') return;
			parameters.resumeAmount = 3;
			parameters.resumeUnit = 'seconds';
		};
		await journeys.world.unpublish(workflow);
		workflow = await journeys.publish(waitForAPerson, soon);
		const waiting = await ask('late', workflow);

		const { error } = await end(waiting);
		await tell(journeys.world.smile, await link('late'), 'TASK_FINISHED');
		const [late] = await eventually(async () => {
			const found = await errors();
			return found.length > 0 && found;
		});

		expect(error).toBeUndefined();
		expect(journeys.mail.to(office)).toMatchObject([{ subject: 'Smile: late linked nothing' }]);
		expect(late).toContain('late linked an account after the execution that waited had ended');
	});
});
