/* eslint-disable @n8n/community-nodes/no-restricted-imports -- pauses between two deliveries */
import { setTimeout as pause } from 'node:timers/promises';
import { waitFor } from '../support/waitFor';
import type { Workflow } from '../support/n8n/types';
import type { N8nRest } from '../support/n8n/rest';
import type { DemoOptions } from './arguments';
import { wrapped } from './compact';
import { Executions } from './executions';
import { untilPrepared, untilStopped } from './interruption';
import { endlessScenes } from './life';
import { printColumns, printOutcome } from './log';
import { workingLogin } from './login';
import type { Outcome } from './outcome';
import { play, type Players } from './play';
import { choosePort } from './port';
import { scriptedScenes, type Scene } from './scenes';
import { connect, setStage, type Stage } from './stage';
import { printSummary } from './summary';
import { print, printHeading, printStep, styled } from './terminal';
import { demoWorkflow, wantedTypes } from './workflow';

const secondsBetween = 4;

/** The whole demo; returns when it is over or interrupted, with nothing left running. */
export async function runDemo({ once, port }: DemoOptions, stop: AbortSignal): Promise<void> {
	printHeading('Getting ready');
	const chosen = await choosePort(port);
	printStep(chosen.note);
	const stage = await untilPrepared(stop, setStage(chosen.port));
	try {
		await untilStopped(stop, perform(stage, once, stop));
	} finally {
		printHeading('Stopping n8n and the simulated Smile …');
		await stage.close();
		printStep('Both have ended, and the data of this n8n is deleted.');
	}
}

async function perform(stage: Stage, once: boolean, stop: AbortSignal): Promise<void> {
	const { n8n, smile } = stage;
	printStep(`n8n is ready at ${n8n.origin}, the simulated Smile at ${smile.baseUrl}`);
	const { rest, credential, verdict } = await connect(stage);
	printStep(`Credential "${credential.name}" is stored; its test in n8n says: ${verdict}`);
	const workflow = await rest.createWorkflow(demoWorkflow(credential));
	await rest.activate(workflow);
	const [webhook] = smile.webhooks.all;
	printStep(`Workflow "${workflow.name}" is published; n8n has registered at Smile:`);
	printStep(`  ${webhook.url} (${webhook.eventTypes.length} event types)`);

	const executions = new Executions(rest, workflow.id);
	const players = { smile, executions, webhookUrl: webhook.url };
	await playScript(players, stop);
	if (once) return await leave(stage, rest, workflow);
	await showEditor(stage, workflow);
	await keepAlive(players, stop);
}

async function playScript(players: Players, stop: AbortSignal): Promise<void> {
	printHeading('Deliveries');
	printStep('The workflow asks for these events:');
	for (const line of wrapped(wantedTypes, 90)) printStep(`  ${line}`);
	print();
	printColumns();
	const outcomes: Outcome[] = [];
	for (const scene of scriptedScenes()) outcomes.push(...(await show(scene, players, stop)));
	const counts = await players.executions.countByStatus();
	stop.throwIfAborted();
	printSummary(outcomes, counts);
}

async function show(scene: Scene, players: Players, stop: AbortSignal): Promise<Outcome[]> {
	const outcomes = await play(scene, players);
	stop.throwIfAborted();
	outcomes.forEach(printOutcome);
	return outcomes;
}

async function leave({ smile }: Stage, rest: N8nRest, workflow: Workflow): Promise<void> {
	await rest.deactivate(workflow);
	printStep('Unpublished; the trigger removes its webhook ten seconds later …');
	await waitFor(() => smile.webhooks.all.length === 0, { timeoutMs: 30_000 });
	printStep(`The workflow is unpublished; webhooks left at Smile: ${smile.webhooks.all.length}`);
	printStep('Without --once n8n stays open, and you can look around in its editor.');
}

async function showEditor({ n8n }: Stage, { id }: Workflow): Promise<void> {
	const { email, password } = await workingLogin(n8n);
	printHeading('Look around in the editor');
	printStep(`Workflow    ${styled('cyan', `${n8n.origin}/workflow/${id}`)}`);
	printStep(`Executions  ${styled('cyan', `${n8n.origin}/workflow/${id}/executions`)}`);
	printStep(`Login       ${email}`);
	printStep(`Password    ${password}`);
	print();
	printStep(`An event follows every ${secondsBetween} seconds. Ctrl-C stops everything.\n`);
}

async function keepAlive(players: Players, stop: AbortSignal): Promise<void> {
	const { smile, webhookUrl } = players;
	for (const scene of endlessScenes()) {
		await pause(secondsBetween * 1000, undefined, { signal: stop });
		if (smile.webhooks.withUrl(webhookUrl).length === 0) {
			printStep('The workflow is unpublished, so Smile has nobody to deliver to.');
			continue;
		}
		const outcomes = await show(scene, players, stop);
		const lost = outcomes.find(({ status }) => status === null);
		if (lost) throw new Error(`n8n answers no more (${lost.answer}).`);
	}
}
