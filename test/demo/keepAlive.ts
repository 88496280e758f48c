/* eslint-disable @n8n/community-nodes/no-restricted-imports -- pauses between two deliveries */
import { setTimeout as pause } from 'node:timers/promises';
import type { Life } from '../support/smile/data/life';
import type { N8n } from '../support/n8n/types';
import { shortId } from './deliveries/compact';
import { EndlessLife } from './life';
import type { Show } from './deliveries/show';
import { printStep } from './terminal';

/** Seconds between two deliveries while nobody waits for one. */
export const secondsBetween = 4;

const nobody =
	'No webhook at Smile asks for an event. Publish a workflow, or choose Execute step in a Smile Trigger.';

/** Goes on delivering until it is stopped: to every webhook that asks for what happens. */
export async function keepAlive(show: Show, residents: Life[], stop: AbortSignal): Promise<void> {
	const life = new EndlessLife(show.players, residents);
	let isAsked = true;
	for (;;) {
		await untilNextTurn(show, life, stop);
		const scene = life.next();
		if (!scene && isAsked) printStep(nobody);
		isAsked = scene !== undefined;
		if (!scene) continue;
		const outcomes = await show.deliver(scene);
		if (outcomes.some(({ status }) => status === null)) await expectAnswer(show.players.n8n);
	}
}

/** Four seconds, one when somebody waits; shows meanwhile what workflows do at Smile by themselves. */
async function untilNextTurn(show: Show, life: EndlessLife, stop: AbortSignal): Promise<void> {
	for (let second = 0; second < secondsBetween; second += 1) {
		await pause(1000, undefined, { signal: stop });
		await show.deliverAnnounced();
		for (const userId of life.openLinks()) {
			printStep(`The person of ${shortId(userId)} opens the link and links an account.`);
		}
		if (life.isAwaited) return;
	}
}

/** A webhook elsewhere may be out of reach, but without n8n nothing goes on. */
async function expectAnswer({ origin }: Pick<N8n, 'origin'>): Promise<void> {
	const answer = await fetch(`${origin}/healthz`).catch(() => undefined);
	if (!answer?.ok) throw new Error('n8n answers no more.');
}
