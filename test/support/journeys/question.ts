import { callOnce } from '../n8n/callOnce';
import type { Workflow } from '../n8n/types';
import { eventually } from '../waitFor';
import { submit, type Journeys } from './journey';

/** Begins a run that may wait for somebody; gives its execution's id. */
export async function startRun({ world }: Journeys, { id }: Workflow, trigger: string) {
	const started = await world.rest.runManually(id, trigger);
	if (!('executionId' in started)) throw new Error('n8n waits for a webhook in a manual run');
	return started.executionId;
}

/**
 * The e-mail with a question, the first unless said otherwise, once it can be answered:
 * n8n sends it some moments before it waits, and a run that is ended in between is over.
 */
export async function question(journeys: Journeys, isOne: (text: string) => boolean, count = 1) {
	const { mails } = journeys.mail;
	const asked = await eventually(() => mails.filter(({ text }) => isOne(text))[count - 1]);
	await openedPage(journeys, asked.text);
	return asked;
}

/** Opens the link of an e-mail and answers what it asks, field by field. */
export async function answerTo(journeys: Journeys, text: string, ...fields: string[]) {
	const { status } = await submit(await openedPage(journeys, text), fields);
	if (status !== 200) throw new Error(`n8n took the answer with ${status}`);
}

/** The address of the page that an e-mail leads to, once it asks: n8n has pages without a question for what is over. */
async function openedPage({ world }: Journeys, text: string): Promise<string> {
	const [, link = ''] = /href="([^"]+)"/.exec(text) ?? [];
	const { publicUrl, origin } = world.n8n;
	const url = link.replaceAll('&amp;', '&').replace(publicUrl, origin);
	const describe = 'the page of an e-mail to ask its question';
	await eventually(async () => (await (await callOnce(url)).text()).includes('field-0'), describe);
	return url;
}
