import { eventsWorkflow, eventsResult } from './workflows/eventsWorkflow';
import type { DemoOptions } from './arguments';
import { untilPrepared, untilStopped } from './interruption';
import { journeyResult, journeyWorkflow } from './workflows/journeyWorkflow';
import { keepAlive } from './keepAlive';
import { leave } from './leave';
import { publish, type Played, type Players } from './players';
import { choosePort } from './port';
import { settle } from './people/residents';
import { playScript } from './script';
import { Show } from './deliveries/show';
import { showEditor } from './showEditor';
import { connect, setStage, type Stage } from './stage';
import { printSummary } from './deliveries/summary';
import { printHeading, printStep } from './terminal';

/** The whole demo; returns when it is over or interrupted, with nothing left running. */
export async function runDemo({ once, port }: DemoOptions, stop: AbortSignal): Promise<void> {
	printHeading('Getting ready');
	const chosen = await choosePort(port);
	printStep(chosen.note);
	const stage = await untilPrepared(stop, setStage({ port: chosen.port, editor: !once }));
	try {
		await untilStopped(stop, perform(stage, once, stop));
	} finally {
		printHeading('Stopping n8n and the simulated Smile …');
		await stage.close();
		printStep('Both have ended, and the data of this n8n is deleted.');
	}
}

async function perform(stage: Stage, once: boolean, stop: AbortSignal): Promise<void> {
	const residents = settle(stage.smile);
	const players = await prepare(stage);
	stop.throwIfAborted();
	const show = new Show(players, stop);
	const outcomes = await playScript(show, residents);
	const { events, journey } = players;
	const all = await Promise.all([events.executions.statuses(), journey.executions.statuses()]);
	stop.throwIfAborted();
	printSummary(outcomes, 1, all.flat());
	if (once) return await leave(players);
	await showEditor(players);
	await keepAlive(show, residents, stop);
}

/** Stores the credential and publishes both workflows of the demo. */
async function prepare(stage: Stage): Promise<Players> {
	const { n8n, smile } = stage;
	const people = smile.data.all('users').length;
	printStep(`n8n is ready at ${n8n.origin}`);
	printStep(`The simulated Smile at ${smile.baseUrl} holds the data of ${people} people`);
	const { rest, credential, verdict } = await connect(stage);
	printStep(`Credential "${credential.name}" is stored; its test in n8n says: ${verdict}`);
	const at = { rest, smile };
	const [tells, decides] = await Promise.all([
		rest.createWorkflow(eventsWorkflow(credential)),
		rest.createWorkflow(journeyWorkflow(credential)),
	]);
	const [events, journey] = await Promise.all([
		publish(at, tells, eventsResult),
		publish(at, decides, journeyResult),
	]);
	for (const played of [events, journey]) printPublished(stage, played);
	return { ...stage, rest, events, journey };
}

function printPublished({ smile }: Stage, { workflow, url }: Played): void {
	const [{ eventTypes }] = smile.webhooks.withUrl(url);
	const types = eventTypes.length === 1 ? eventTypes[0] : `${eventTypes.length} event types`;
	printStep(`Workflow "${workflow.name}" is published; n8n has registered at Smile:`);
	printStep(`  ${url} (${types})`);
}
