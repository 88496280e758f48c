import waitForAPerson from '../../../workflows/wait-for-a-person.json';
import widgetPage from '../../../workflows/widget-page.json';
import { endWait } from '../n8n/database';
import type { Workflow } from '../n8n/types';
import type { Life, LifePlan } from '../smile/data/life';
import { eventually } from '../waitFor';
import { office, startJourneys, submit, webhookIdOf, type Journeys } from './journey';
import { openPage, tell } from './people';
import { rowsOf } from './tables';

export const waitingTable = 'Smile waiting';

/** The published workflow that waits, and the people it waits for, each known by a reference. */
export interface WaitingPeople {
	journeys: Journeys;
	workflow: Workflow;
	/** Fills in the form so many times at once. */
	request(reference: string, times?: number): Promise<void>;
	/** Asks a person, and gives the execution. */
	ask(reference: string): Promise<string>;
	isWaiting(execution: string): Promise<boolean>;
	/** Kills n8n and starts it again; an execution becomes overdue while n8n is not there, one is late once it is. */
	crash(waiting: { overdue: string; late: string }): Promise<void>;
	/** Opens the link in the e-mail, and links an account or uploads a payslip. */
	link(reference: string, plan?: LifePlan): Promise<Life>;
	/** Delivers the end of reading a life's account or upload. */
	finish(life: Life, status?: 'SUCCEEDED' | 'FAILED'): Promise<void>;
	/** What the office was told about somebody, once it is so many e-mails. */
	told(reference: string, count?: number): Promise<string[]>;
	/** What there is of somebody, by states of rows and numbers of things, once nothing runs. */
	left(reference: string): Promise<Left>;
	/** How the executions ended that ended badly, once nothing runs. */
	failures(): Promise<string[]>;
}

interface Left {
	states: unknown[];
	links: number;
	users: number;
	sources: number;
}

export async function startWaitingPeople(): Promise<WaitingPeople> {
	const journeys = await startJourneys();
	const { mail, world } = journeys;
	await journeys.publish(widgetPage);
	const workflow = await journeys.publish(waitForAPerson);
	const executions = async () => await world.rest.listExecutions(workflow.id);
	const settled = async () =>
		await eventually(async () => {
			const all = await executions();
			return all.every(({ status }) => !['new', 'running'].includes(status)) && all;
		});
	const rows = async (table: string, reference: string) =>
		(await rowsOf(world, table)).filter((row) => row.reference === reference);

	const people: WaitingPeople = {
		journeys,
		workflow,
		async request(reference, times = 1) {
			const url = journeys.url(`/form/${webhookIdOf(waitForAPerson, 'Ask a Person')}`);
			const fields = [reference, addressOf(reference)];
			const answers = await Promise.all(
				Array.from({ length: times }, async () => await submit(url, fields)),
			);
			if (!answers.every(({ ok }) => ok)) throw new Error('n8n refused the form');
		},
		async ask(reference) {
			const known = new Set((await executions()).map(({ id }) => id));
			await people.request(reference);
			return await eventually(
				async () => (await executions()).find(({ id }) => !known.has(id))?.id,
			);
		},
		isWaiting: async (execution) => (await world.rest.getExecution(execution)).status === 'waiting',
		async crash({ overdue, late }) {
			await world.n8n.kill({ keepUserFolder: true });
			endWait(world.n8n.userFolder, overdue);
			await world.start();
			// Once a minute n8n looks for what has waited long enough.
			endWait(world.n8n.userFolder, late);
		},
		async link(reference, plan = {}) {
			await eventually(() => mail.to(addressOf(reference)).length);
			const page = await openPage(journeys.linkTo(addressOf(reference)));
			if (page.opened.length !== 1) throw new Error('The page did not open the widget once');
			const [{ userId }] = (await rows(waitingTable, reference)).slice(-1);
			return world.smile.data.live(new Date(), {
				account: 'connected',
				archive: 'none',
				invited: false,
				...plan,
				userId: String(userId),
			});
		},
		async finish(life, status = 'SUCCEEDED') {
			const happened = life.happened.map(({ data, ...event }) => ({
				...event,
				data: { ...data, status },
			}));
			await tell(world.smile, { ...life, happened }, 'TASK_FINISHED');
		},
		async told(reference, count = 1) {
			const about = () =>
				mail.to(office).filter(({ subject }) => new RegExp(`\\b${reference}\\b`).test(subject));
			if (count > 0) await eventually(() => about().length >= count);
			await settled();
			return about().map(({ text }) => text);
		},
		async left(reference) {
			await settled();
			const { data } = world.smile;
			const users = data
				.all('users')
				.filter(({ externalMetadata }) => Object(externalMetadata).reference === reference)
				.map(({ id }) => id);
			const sources = [...data.all('accounts'), ...data.all('archives')];
			return {
				states: (await rows(waitingTable, reference)).map(({ state }) => state),
				links: (await rows('Smile links', reference)).length,
				users: users.length,
				sources: sources.filter(({ userId }) => users.includes(String(userId))).length,
			};
		},
		async failures() {
			const failed = (await settled()).filter(
				({ status }) => !['success', 'waiting'].includes(status),
			);
			const ended = failed.map(async ({ id }) => await world.rest.finishedExecution(id));
			return (await Promise.all(ended)).map(({ error }) => String(error?.message));
		},
	};
	return people;
}

export const addressOf = (reference: string) => `${reference}@people.example`;
