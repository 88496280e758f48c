/* eslint-disable @n8n/community-nodes/no-restricted-imports -- looks at the file that n8n wrote */
import { readdir } from 'node:fs/promises';

import type { INode } from 'n8n-workflow';

import applicationToDecision from '../../../workflows/application-to-decision.json';
import {
	office,
	startJourneys,
	submit,
	webhookIdOf,
	type SharedJourneys,
} from '../../support/journeys/journey';
import { openPage, tell } from '../../support/journeys/people';
import { age } from '../../support/journeys/tables';
import { rowCount } from '../../support/n8n/readyMade';
import type { Workflow } from '../../support/n8n/types';
import { hasTables } from '../../support/n8n/version';

const table = 'Smile applications';
const consent = ['I agree'];

let journeys: SharedJourneys;
let folder: string;
let workflow: Workflow;
beforeAll(async () => {
	if (!hasTables) return;
	journeys = await startJourneys();
	folder = journeys.files;
	workflow = await journeys.publish(applicationToDecision, inFolder);
});
afterAll(async () => await journeys?.close());
beforeEach(() => journeys?.mail.mails.splice(0));
afterEach(() => journeys?.world.smile.faults.clear());

function inFolder({ name, parameters }: INode): void {
	if (name !== 'Keep the File') return;
	parameters.fileName = String(parameters.fileName).replace('/home/node/.n8n-files', folder);
}

let executions = 0;
/** The executions since the last look, once there are so many more. */
async function next(count: number) {
	executions += count;
	const all = await journeys.world.rest.waitForExecutions(workflow.id, executions, 60_000);
	return all.slice(executions - count);
}

async function apply(email: string, instalment = '1000', ticked = consent) {
	const url = journeys.url(`/form/${webhookIdOf(applicationToDecision, 'Application')}`);
	const answer = await submit(url, ['Tala Halimbawa', email, instalment, ticked]);
	expect(answer.status).toBe(200);
	return (await next(1))[0];
}

/** Applies, opens the link of the e-mail and links an account, as far as it goes. */
async function link(email: string, instalment?: string, account?: 'failed') {
	const { smile } = journeys.world;
	await apply(email, instalment);
	const page = await openPage(journeys.linkTo(email));
	await next(1);
	expect(page).toMatchObject({ status: 200, opened: [{ userToken: expect.any(String) }] });
	const userId = String(smile.data.all('users').at(-1)?.id);
	const plan = {
		userId,
		account: account ?? 'connected',
		archive: 'none',
		invited: false,
	} as const;
	return smile.data.live(new Date(), plan);
}

const subjects = (address: string) => journeys.mail.to(address).map(({ subject }) => subject);
const status = (accountId: string) =>
	journeys.world.smile.data.find('accounts', accountId)?.connectionStatus;

(hasTables ? describe : describe.skip)('"from an application to a decision"', () => {
	it.each([
		['accepts who earns enough', '1000', 'was accepted'],
		['refuses who does not', '90000', 'cannot accept'],
	])('%s, keeps the file and deletes the rest', async (_what, instalment, answer) => {
		const email = `applicant-${instalment}@people.example`;
		const life = await link(email, instalment);
		const files = (await readdir(folder)).length;

		await tell(journeys.world.smile, life, 'TASK_FINISHED');
		await tell(journeys.world.smile, life, 'TASK_FINISHED');
		const [decided, again] = await next(2);

		expect([decided.error, again.error]).toEqual([undefined, undefined]);
		expect(journeys.mail.to(email)).toHaveLength(2);
		expect(journeys.mail.to(email)[1].text).toContain(answer);
		expect(await readdir(folder)).toHaveLength(files + 1);
		expect(status(life.accountId)).toBe('DISCONNECTED');
		expect(await rowCount(journeys.world, table)).toBe(0);
		expect(subjects(office)).toEqual([]);
	});

	it('stops without consent, before anything is made', async () => {
		const before = journeys.world.smile.data.all('users').length;

		const { error } = await apply('without@people.example', '1000', []);

		expect(error?.message).toMatch(/^An application came without consent/);
		expect(journeys.world.smile.data.all('users')).toHaveLength(before);
		expect(journeys.mail.mails).toEqual([]);
	});

	it('writes once to who applies twice', async () => {
		await apply('twice@people.example');

		const { error } = await apply('Twice@people.example');

		expect(error?.message).toContain('applied again');
		expect(journeys.mail.mails).toHaveLength(1);
	});

	it('shows it when the e-mail with the link is refused', async () => {
		journeys.mail.refused.add('nobody@people.example');

		const { error } = await apply('nobody@people.example');

		expect(error?.message).toBeTruthy();
		expect(journeys.mail.mails).toEqual([]);
	});

	it('tells of an account that was not read once, and lets the person try again', async () => {
		const email = 'again@people.example';
		const { smile } = journeys.world;
		const failed = await link(email, '1000', 'failed');
		await tell(smile, failed, 'ACCOUNT_FAILED');
		await tell(smile, failed, 'ACCOUNT_FAILED');
		await next(2);
		expect(journeys.mail.to(office)).toMatchObject([
			{ text: expect.stringContaining('The password is not right') },
		]);

		const plan = { userId: failed.userId, account: 'connected', archive: 'none' } as const;
		await tell(smile, smile.data.live(new Date(), plan), 'TASK_FINISHED');
		await next(1);

		expect(journeys.mail.to(email)[1].text).toContain('was accepted');
	});

	it.each([
		['without incomes', 'Smile has no incomes'],
		['who revoked the account', 'Smile has no incomes'],
		['whose incomes cannot be read', 'Could not read the incomes'],
	])('leaves a person %s to a person', async (who, reason) => {
		const { smile } = journeys.world;
		const email = `${who.replaceAll(' ', '-')}@people.example`;
		const life = await link(email);
		if (who.includes('revoked')) smile.data.revoke(life.accountId);
		else if (who.includes('without')) smile.data.keep('incomes', ({ id }) => id === '');
		else smile.faults.next({ kind: 'status', status: 403, path: '/incomes', times: Infinity });

		await tell(smile, life, 'TASK_FINISHED');
		const [{ error }] = await next(1);

		expect(error).toBeUndefined();
		expect(journeys.mail.to(email)).toHaveLength(1);
		expect(journeys.mail.to(office)).toMatchObject([{ text: expect.stringContaining(reason) }]);
		if (!who.includes('revoked')) expect(status(life.accountId)).toBe('CONNECTED');
	});

	it('goes on when Smile is busy in the middle', async () => {
		const life = await link('busy@people.example');
		const busy = { kind: 'status', status: 429, times: 2 } as const;
		journeys.world.smile.faults.next({ ...busy, path: '/incomes' });
		journeys.world.smile.faults.next({ ...busy, path: `/accounts/${life.accountId}` });

		await tell(journeys.world.smile, life, 'TASK_FINISHED');
		const [{ error }] = await next(1);

		expect(error).toBeUndefined();
		expect(status(life.accountId)).toBe('DISCONNECTED');
	});

	it('keeps an account that could not be exported, and says so', async () => {
		const { smile } = journeys.world;
		const life = await link('kept@people.example');
		smile.faults.next({ kind: 'status', status: 400, path: /exports/, times: Infinity });

		await tell(smile, life, 'TASK_FINISHED');
		const [{ error }] = await next(1);

		expect(error?.message).toContain('was answered, but its account was not put away');
		expect(status(life.accountId)).toBe('CONNECTED');
		expect(journeys.mail.to('kept@people.example')).toHaveLength(2);
	});

	it('closes the link after 14 days, tells it once, and shows who came too late', async () => {
		const email = 'late@people.example';
		const life = await link(email);
		await age(journeys.world, table, ['email', email], 15);

		await journeys.run(workflow, 'Every Morning');
		await journeys.run(workflow, 'Every Morning');
		await next(2);
		const page = await openPage(journeys.linkTo(email));
		await tell(journeys.world.smile, life, 'TASK_FINISHED');
		const [, late] = await next(2);

		expect(subjects(office).filter((subject) => subject.includes('not finished'))).toHaveLength(1);
		expect(page).toEqual({ status: 404, opened: [] });
		expect(late.error?.message).toContain('was closed before the person linked an account');
		expect(journeys.mail.to(email)).toHaveLength(1);
		expect(status(life.accountId)).toBe('CONNECTED');
	});
});
