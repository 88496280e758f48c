/* eslint-disable @n8n/community-nodes/no-restricted-imports -- waits for a line of another process */
import { setTimeout as pause } from 'node:timers/promises';
import { printOutcome, printRefusal } from './log';
import { isAccepted, type Outcome } from './outcome';
import { outcomesOf, play } from './play';
import type { Players } from '../players';
import { Refusals } from './refusals';
import type { Scene } from './scenes';

/** Milliseconds until a line that n8n has written before its answer has come through the pipe. */
const pipeMs = 20;

/** Lets deliveries happen and prints how they end, with what n8n's log says of those that were refused. */
export class Show {
	private readonly refusals: Refusals;

	constructor(
		readonly players: Players,
		private readonly stop: AbortSignal,
	) {
		this.refusals = new Refusals(players.n8n);
	}

	async deliver(scene: Scene): Promise<Outcome[]> {
		const outcomes = await play(scene, this.players);
		await this.print(outcomes);
		return outcomes;
	}

	/** What was delivered since the last look because a workflow has done something at Smile. */
	async deliverAnnounced(): Promise<Outcome[]> {
		const { announced } = this.players;
		const all: Outcome[] = [];
		for (let next = announced.shift(); next; next = announced.shift()) {
			const { event, sentAt, deliveries } = next;
			const scene = { type: event.type, what: 'signed', eventId: event.id };
			const outcomes = await outcomesOf(scene, sentAt, deliveries, this.players);
			await this.print(outcomes);
			all.push(...outcomes);
		}
		return all;
	}

	private async print(outcomes: Outcome[]): Promise<void> {
		if (outcomes.some((one) => !isAccepted(one))) await pause(pipeMs);
		// What was under way fails when n8n is stopped, and is nothing to show.
		this.stop.throwIfAborted();
		for (const outcome of outcomes) printOutcome(outcome, this.players);
		for (const line of this.refusals.next()) printRefusal(line);
	}
}
