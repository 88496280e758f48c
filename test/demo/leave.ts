import { waitFor } from '../support/waitFor';
import type { Players } from './players';
import { printStep } from './terminal';

/** Unpublishes the workflows and sees to it that nothing of them is left at Smile. */
export async function leave({ rest, smile, events, journey }: Players): Promise<void> {
	await Promise.all([events, journey].map(async ({ workflow }) => await rest.deactivate(workflow)));
	printStep('Unpublished; the triggers remove their webhooks ten seconds later …');
	await waitFor(() => smile.webhooks.all.length === 0, { timeoutMs: 30_000 });
	printStep(`The workflows are unpublished; webhooks left at Smile: ${smile.webhooks.all.length}`);
	printStep('Without --once n8n stays open, and you can build in its editor.');
}
