/** Beyond this many the id held longest is let go: a further try of it would start the event a second time. */
const HELD_IDS = 10_000;
/** Deliveries that may wait for the outcome of one id, and in all: each keeps its request in memory. */
const WAITING_FOR_ONE = 50;
const WAITING_IN_ALL = 1_000;

interface Held {
	answered: Promise<boolean>;
	waiting: number;
}

/**
 * The event ids of one node whose delivery n8n has not answered yet. Bounded, because n8n may never answer some
 * of them.
 */
export class HeldIds {
	private readonly ids = new Map<string, Held>();
	private waiting = 0;

	get size(): number {
		return this.ids.size;
	}

	find(id: string): Held | undefined {
		return this.ids.get(id);
	}

	hold(id: string, answered: Promise<boolean>): void {
		if (this.ids.size >= HELD_IDS) {
			const [longest] = this.ids.keys();
			this.ids.delete(longest);
		}
		this.ids.set(id, { answered, waiting: 0 });
	}

	/** Frees an id, unless it was let go and is held for a later delivery by now. */
	release(id: string, answered: Promise<boolean>): void {
		if (this.ids.get(id)?.answered === answered) this.ids.delete(id);
	}

	/** Waits until the delivery is answered; false at once when too many wait already. */
	async wait(held: Held): Promise<boolean> {
		if (held.waiting >= WAITING_FOR_ONE || this.waiting >= WAITING_IN_ALL) return false;
		held.waiting += 1;
		this.waiting += 1;
		await held.answered;
		this.waiting -= 1;
		return true;
	}
}
