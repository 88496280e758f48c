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

/** Opens the link of an e-mail and answers what it asks. */
export async function answerTo({ world }: Journeys, text: string, choice: string): Promise<void> {
	const [, link = ''] = /href="([^"]+)"/.exec(text) ?? [];
	const { publicUrl, origin } = world.n8n;
	const url = link.replaceAll('&amp;', '&').replace(publicUrl, origin);
	// n8n sends the mail some moments before it waits.
	await eventually(async () => (await fetch(url)).ok);
	const { status } = await submit(url, [choice]);
	if (status !== 200) throw new Error(`n8n took the answer with ${status}`);
}
