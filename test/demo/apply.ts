import type { IDataObject } from 'n8n-workflow';
import { waitFor } from '../support/waitFor';
import { formNode, tokenNode } from './workflows/journeyWorkflow';
import type { Players } from './players';

const patienceMs = 20_000;

/** The address of the journey's form, for this machine. */
export function formAddress({ n8n, journey }: Pick<Players, 'n8n' | 'journey'>): string {
	const form = journey.workflow.nodes.find(({ name }) => name === formNode);
	return `${n8n.origin}/form/${form?.webhookId}`;
}

/** Fills in the form of the journey as a browser does; returns the user that the workflow made for it. */
export async function apply(players: Players, instalment: number): Promise<string> {
	const body = new FormData();
	body.append('field-0', String(instalment));
	const answer = await fetch(formAddress(players), { method: 'POST', body });
	if (!answer.ok) throw new Error(`n8n answered ${answer.status} to the form of the journey`);
	const token = await waitFor(async () => await firstToken(players), {
		timeoutMs: patienceMs,
		intervalMs: 100,
		describe: 'the workflow to make a link token',
	});
	return String(token.userId);
}

async function firstToken({ rest, journey }: Players): Promise<IDataObject | undefined> {
	const [first] = (await rest.listExecutions(journey.workflow.id)).slice(-1);
	if (!first || !['success', 'error', 'crashed'].includes(first.status)) return undefined;
	const execution = await rest.getExecution(first.id);
	const [token] = execution.items(tokenNode);
	if (!token) throw new Error(`The application was not worked on: ${execution.error?.message}`);
	return token.json;
}
