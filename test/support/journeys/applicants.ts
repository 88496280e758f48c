import type { IDataObject, INode } from 'n8n-workflow';

import applicationToDecision from '../../../workflows/application-to-decision.json';
import type { Execution } from '../n8n/types';
import type { Life, LifePlan } from '../smile/data/life';
import { office, startJourneys, submit, webhookIdOf, type Journeys } from './journey';
import { linkOn, openPage, type Page } from './people';
import { age, rowsOf } from './tables';

const table = 'Smile applications';

/** The workflow from an application to a decision, published, and the people who apply. */
export interface Applicants {
	journeys: Journeys;
	/** The executions since the last look, once there are so many more. */
	next(count: number): Promise<Execution[]>;
	/** Sends the form, as often as said, at the same moment. */
	apply(email: string, how?: Application): Promise<Execution[]>;
	/** Opens the link of the newest e-mail. */
	open(email: string): Promise<Page>;
	/** Opens a page at a path. */
	openAt(path: string): Promise<Page>;
	/** Applies, opens the link and links an account, as far as it goes. */
	link(email: string, how?: Application, plan?: LifePlan): Promise<Life>;
	/** The rows of an e-mail address. */
	rowsFor(email: string): Promise<IDataObject[]>;
	/** What is left of a person at Smile and in the table: how it stands with each. */
	leftOf(userId: string): Promise<Left>;
	/** Lets so many days pass for an application. */
	age(email: string, days: number): Promise<void>;
	/** The same, and then it is morning. */
	morning(email: string, days: number): Promise<void>;
	/** The e-mails to the office: subject and text. */
	told(): string[];
}

export interface Application {
	instalment?: string;
	consent?: string[];
	times?: number;
}

export interface Left {
	accounts: unknown[];
	archives: unknown[];
	rows: unknown[];
}

export async function startApplicants(): Promise<Applicants> {
	const journeys = await startJourneys();
	const { world, mail } = journeys;
	const workflow = await journeys.publish(applicationToDecision, ({ name, parameters }: INode) => {
		if (name !== 'Keep the File') return;
		parameters.fileName = String(parameters.fileName).replace(
			'/home/node/.n8n-files',
			journeys.files,
		);
	});
	let executions = 0;

	const opened = async (url: string) => {
		const page = await openPage(url);
		await applicants.next(1);
		return page;
	};
	const applicants: Applicants = {
		journeys,
		async next(count) {
			executions += count;
			const all = await world.rest.waitForExecutions(workflow.id, executions, 60_000);
			return all.slice(executions - count);
		},
		async apply(email, { instalment = '1000', consent = ['I agree'], times = 1 } = {}) {
			const url = journeys.url(`/form/${webhookIdOf(applicationToDecision, 'Application')}`);
			const fields = ['Tala Halimbawa', email, instalment, consent];
			const all = Array.from({ length: times }, async () => await submit(url, fields));
			for (const { status } of await Promise.all(all)) expect(status).toBe(200);
			return await applicants.next(times);
		},
		open: async (email) => await opened(journeys.linkTo(email)),
		openAt: async (path) => await opened(journeys.url(path)),
		async link(email, how, plan) {
			await applicants.apply(email, how);
			const [{ userId }] = await applicants.rowsFor(email);
			const page = await applicants.open(email);
			expect(page.status).toBe(200);
			const life = linkOn(world.smile, page, plan);
			expect(life.userId).toBe(userId);
			return life;
		},
		async rowsFor(email) {
			return (await rowsOf(world, table)).filter((row) => row.email === email);
		},
		async leftOf(userId) {
			const { data } = world.smile;
			const ofPerson = (one: Record<string, unknown>) => one.userId === userId;
			const archives = data.all('archives').filter(ofPerson);
			return {
				accounts: data
					.all('accounts')
					.filter(ofPerson)
					.map(({ connectionStatus }) => connectionStatus),
				archives: archives.map(({ state }) => (state as IDataObject).status),
				rows: (await rowsOf(world, table)).filter(ofPerson).map(({ state }) => state),
			};
		},
		age: async (email, days) => await age(world, table, ['email', email], days),
		async morning(email, days) {
			await applicants.age(email, days);
			await journeys.run(workflow, 'Every Morning');
			await applicants.next(1);
		},
		told: () => mail.to(office).map(({ subject, text }) => `${subject}\n${text}`),
	};
	return applicants;
}
