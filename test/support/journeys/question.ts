import type { Workflow } from '../n8n/types';
import { eventually } from '../waitFor';
import { submit, type Journeys } from './journey';

/** Begins a run that may wait for somebody; gives its execution's id. */
export async function startRun({ world }: Journeys, { id }: Workflow, trigger: string) {
	const started = await world.rest.runManually(id, trigger);
	if (!('executionId' in started)) throw new Error('n8n waits for a webhook in a manual run');
	return started.executionId;
}

/** The e-mail with a question, the first unless said otherwise, once it is there. */
export async function question({ mail }: Journeys, isOne: (text: string) => boolean, count = 1) {
	return await eventually(() => mail.mails.filter(({ text }) => isOne(text))[count - 1]);
}

/** Opens the link of an e-mail and answers what it asks, field by field. */
export async function answerTo({ world }: Journeys, text: string, ...fields: string[]) {
	const [, link = ''] = /href="([^"]+)"/.exec(text) ?? [];
	const { publicUrl, origin } = world.n8n;
	const url = link.replaceAll('&amp;', '&').replace(publicUrl, origin);
	// n8n sends the mail some moments before it waits, and has pages without a question for what is over.
	await eventually(async () => (await (await fetch(url)).text()).includes('field-0'));
	const { status } = await submit(url, fields);
	if (status !== 200) throw new Error(`n8n took the answer with ${status}`);
}
