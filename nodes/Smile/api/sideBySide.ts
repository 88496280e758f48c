import type { Slots } from '../shared/slots';
import { clientUntil, type SmileClient } from './client';

/** So many are begun at most before the first of them has been taken; what they read is held until then. */
const MOST_AHEAD = 100;

/**
 * Reads several things that do not depend on each other side by side, as far as the client has slots, and gives what
 * came of them in their order. Whoever stops taking it gives up what is under way, and nothing more begins; so does
 * the first that throws.
 */
export async function* sideBySide<One, Value>(
	smile: SmileClient,
	all: readonly One[],
	read: (one: One, smile: SmileClient) => Promise<Value>,
): AsyncGenerator<Value, void, undefined> {
	const over = new AbortController();
	const end = () => over.abort();
	smile.signal?.addEventListener('abort', end, { signal: over.signal });
	if (smile.signal?.aborted) end();
	const reading = new Reading(clientUntil(smile, over.signal), all, read);
	try {
		while (reading.taken < all.length) yield await reading.take();
	} finally {
		end();
		await reading.ended();
	}
}

class Reading<One, Value> {
	taken = 0;
	private readonly begun: Array<Promise<Value>> = [];
	/** The caller has a slot of its own, in which one thing can be read in any case. */
	private isOwnSlotFree = true;

	constructor(
		private readonly smile: ReturnType<typeof clientUntil>,
		private readonly all: readonly One[],
		private readonly read: (one: One, smile: SmileClient) => Promise<Value>,
	) {}

	async take(): Promise<Value> {
		this.beginMore();
		const value = await this.begun[this.taken];
		delete this.begun[this.taken];
		this.taken += 1;
		return value;
	}

	/** Settles when nothing is under way any more. */
	async ended(): Promise<void> {
		await Promise.allSettled(this.begun);
	}

	private beginMore(): void {
		const { length } = this.all;
		while (this.begun.length < Math.min(length, this.taken + MOST_AHEAD)) {
			// What is awaited begins in any case: it finds out itself that nobody wants it any more.
			const isAwaited = this.begun.length === this.taken;
			if (!isAwaited && this.smile.signal.aborted) return;
			if (this.isOwnSlotFree) this.beginIn('own');
			else if (this.smile.slots?.tryTake()) this.beginIn(this.smile.slots);
			else return;
		}
	}

	private beginIn(place: 'own' | Slots): void {
		// The own slot is taken before any other.
		this.isOwnSlotFree = false;
		const reading = this.read(this.all[this.begun.length], this.smile).finally(() => {
			if (place === 'own') this.isOwnSlotFree = true;
			else place.give();
			// Without slots the next one begins when this one has been taken.
			if (this.smile.slots) this.beginMore();
		});
		// One that fails before its turn to be taken is no unhandled rejection.
		void Promise.allSettled([reading]);
		this.begun.push(reading);
	}
}
