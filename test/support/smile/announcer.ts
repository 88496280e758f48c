import type { SmileClock } from './clock';
import type { Emitted } from './delivery';
import { newEventId } from './sentEvent';

/** An event that something done through the API caused. */
export interface Announced {
	id: string;
	version: number;
	type: string;
	createdAt: string;
	data: Record<string, unknown>;
}

/** Delivers the events of what is done through the API, one after the other and beside the answers. */
export class Announcer {
	private readonly told: Announced[] = [];

	private delivered: Promise<unknown> = Promise.resolve();

	constructor(
		private readonly clock: SmileClock,
		private readonly emit: (event: Announced) => Promise<Emitted[]>,
	) {}

	/** Everything announced, whether or not a webhook had asked for it. */
	get all(): readonly Announced[] {
		return [...this.told];
	}

	of(type: string): Announced[] {
		return this.told.filter((event) => event.type === type);
	}

	tell(type: string, data: Record<string, unknown>): void {
		const createdAt = this.clock.time();
		const event = { id: newEventId(), version: 1, type, createdAt, data: structuredClone(data) };
		this.told.push(event);
		this.delivered = this.delivered.then(async () => await this.emit(event));
	}

	/** Resolves when everything announced so far was delivered, or given up. */
	async settled(): Promise<void> {
		await this.delivered;
	}
}
