import type { IDataObject, INode } from 'n8n-workflow';

import inviteAndFollowUp from '../../../workflows/invite-and-follow-up.json';
import { changeRows } from '../n8n/readyMade';
import type { Execution, Workflow } from '../n8n/types';
import { newEventId } from '../smile/sentEvent';
import { startJourneys, type Journeys } from './journey';
import { enter, rowsOf } from './tables';

export const inviteTable = 'Smile invites';

/** The published workflow that invites a list, and what a person does with its table. */
export interface InviteList {
	journeys: Journeys;
	workflow: Workflow;
	/** Lets a morning come. */
	morning(): Promise<Execution>;
	/** Enters names, each with its address. */
	list(...names: string[]): Promise<void>;
	rowOf(fullName: string): Promise<IDataObject>;
	/** Lets somebody's invite be so many days old. */
	later(fullName: string, days: number): Promise<void>;
	/** Invites somebody so many days ago; returns the invite's id. */
	invited(fullName: string, days: number): Promise<string>;
	/** To whom Smile has written since the last look at an invite of some days ago. */
	sent(): string[];
	/** Delivers INVITE_LINKED so many times, and returns the executions that it started. */
	tellOfLink(inviteId: string, times?: number): Promise<Execution[]>;
	/** Everything at Smile that no row names: it should be nothing. */
	unnamed(): Promise<string[]>;
}

export const addressOf = (fullName: string) => `${fullName.toLowerCase()}@people.example`;

/** With the n8n that other test files use as well. */
export async function startInviteList(): Promise<InviteList> {
	const journeys = await startJourneys();
	const { world } = journeys;
	const { smile, rest } = world;
	const workflow = await journeys.publish(inviteAndFollowUp, (node) => choose(node, journeys));
	const inviteList: InviteList = {
		journeys,
		workflow,
		morning: async () => await journeys.run(workflow, 'Every Morning'),
		async list(...names) {
			const rows = names.map((fullName) => ({ fullName, email: addressOf(fullName) }));
			await enter(world, inviteTable, rows);
		},
		async rowOf(fullName) {
			const row = (await rowsOf(world, inviteTable)).find((one) => one.fullName === fullName);
			if (!row) throw new Error(`The table has no row of ${fullName}`);
			return row;
		},
		async later(fullName, days) {
			const invitedAt = new Date(Date.now() - days * 86_400_000).toISOString();
			await changeRows(world, inviteTable, ['fullName', fullName], { invitedAt });
		},
		async invited(fullName, days) {
			await inviteList.list(fullName);
			await inviteList.morning();
			await inviteList.later(fullName, days);
			smile.outbox.clear();
			return String((await inviteList.rowOf(fullName)).inviteId);
		},
		sent: () => smile.outbox.mails.map(({ to }) => to),
		async tellOfLink(inviteId, times = 1) {
			const known = (await rest.listExecutions(workflow.id)).length;
			const userId = smile.data.find('invites', inviteId)?.userId;
			const event = { version: 1, type: 'INVITE_LINKED', createdAt: new Date().toISOString() };
			for (let time = 0; time < times; time += 1) {
				await smile.emit({ ...event, id: newEventId(), data: { userId, inviteId } });
			}
			return (await rest.waitForExecutions(workflow.id, known + times)).slice(known);
		},
		async unnamed() {
			const rows = await rowsOf(world, inviteTable);
			const invites = smile.data.all('invites');
			// An invite whose answer was lost is named by its address alone: its row is in doubt.
			const isNamed = ({ id, email }: IDataObject) =>
				rows.some((row) => row.inviteId === id || (!row.inviteId && row.email === email));
			const ofInvites = new Set(invites.map(({ userId }) => userId));
			return [
				...invites.filter((invite) => !isNamed(invite as IDataObject)).map(({ id }) => id),
				...smile.data.all('users').flatMap(({ id }) => (ofInvites.has(id) ? [] : [id])),
				...smile.data.all('accounts').map(({ id }) => id),
			];
		},
	};
	await inviteList.morning();
	return inviteList;
}

/** A person picks the invite template. */
function choose({ name, parameters }: INode, { world }: Journeys): void {
	if (name !== 'Invite') return;
	const [{ id: value }] = world.smile.data.all('inviteTemplates');
	parameters.templateId = { __rl: true, mode: 'id', value };
}
