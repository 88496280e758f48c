import { formAddress } from './apply';
import { secondsBetween } from './keepAlive';
import { workingLogin } from './login';
import type { Players } from './players';
import { print, printHeading, printStep, styled } from './terminal';

/** Says where to look around, and how to build something. */
export async function showEditor(players: Players): Promise<void> {
	const { n8n, events, journey } = players;
	const { email, password } = await workingLogin(n8n);
	const address = (path: string) => styled('cyan', n8n.origin + path);
	printHeading('Look around in the editor, and build your own');
	printStep(`Editor      ${address('/')}`);
	printStep(`Login       ${email}`);
	printStep(`Password    ${password}`);
	printStep(`Events      ${address(`/workflow/${events.workflow.id}`)}`);
	printStep(`Journey     ${address(`/workflow/${journey.workflow.id}`)}`);
	printStep(`Its form    ${styled('cyan', formAddress(players))}`);
	print();
	printStep('Smile delivers to every workflow that asks for an event, and to Execute step.');
	printStep('From a trigger to a table in five minutes: docs/demo.md');
	printStep(`Something happens every ${secondsBetween} seconds. Ctrl-C stops everything.\n`);
}
