/* eslint-disable @n8n/community-nodes/no-restricted-imports -- pauses between two events */
import { setTimeout as pause } from 'node:timers/promises';

import type { SendOptions } from './delivery';
import { newEventId, type SentEvent } from './sentEvent';
import type { SimulatedSmile } from './simulatedSmile';

export interface StreamOptions extends SendOptions {
	/** Milliseconds between two events; 50 unless said otherwise. */
	everyMs?: number;
	/** How many events may be on their way before the next one waits; 8 unless said otherwise. */
	atOnce?: number;
}

/** Events that happen at Smile one after the other, whatever becomes of their deliveries. */
export class EventStream {
	/** One entry for each event and webhook whose delivery has ended. */
	readonly sent: SentEvent[] = [];
	/** Ids of events that happened while Smile had no webhook: nobody ever hears of them. */
	readonly unheard: string[] = [];

	private readonly deliveries: Array<Promise<void>> = [];
	private open = 0;
	private isOver = false;
	private readonly running: Promise<void>;

	constructor(
		private readonly smile: SimulatedSmile,
		private readonly options: StreamOptions = {},
	) {
		this.running = this.run();
	}

	/** How many events have happened so far. */
	get happened(): number {
		return this.deliveries.length;
	}

	/** Ends the stream and waits until each event was delivered or given up. */
	async stop(): Promise<SentEvent[]> {
		this.isOver = true;
		await this.running;
		await Promise.all(this.deliveries);
		return this.sent;
	}

	private async run(): Promise<void> {
		const { everyMs = 50, atOnce = 8 } = this.options;
		while (!this.isOver) {
			// A slow machine gets fewer events instead of a queue that only grows.
			if (this.open < atOnce) this.deliveries.push(this.emit(newEventId()));
			await pause(everyMs);
		}
	}

	private async emit(id: string): Promise<void> {
		const overrides = { id };
		this.open += 1;
		const emitted = await this.smile.emit('INCOMES_ADDED', { ...this.options, overrides });
		this.open -= 1;
		if (emitted.length === 0) this.unheard.push(id);
		for (const { webhook, attempts, body } of emitted) {
			this.sent.push({ id, url: webhook.url, tries: attempts.map(({ status }) => status), body });
		}
	}
}
