import { clock as activationClock } from '../../../nodes/Smile/activation/clock';

/** A clock that stands still until a test lets time pass. */
export class RemovalClock {
	private time = 0;

	private readonly waiting = new Set<{ until: number; end: () => void }>();

	/** Takes the place of the clock by which the trigger of this process removes webhooks. */
	rule(clock: typeof activationClock = activationClock): this {
		clock.now = () => this.time;
		clock.wait = async (milliseconds) => await this.wait(milliseconds);
		return this;
	}

	/** Lets so many milliseconds pass: whoever waited for a moment within them goes on. */
	async pass(milliseconds: number): Promise<void> {
		this.time += milliseconds;
		for (const one of [...this.waiting].filter(({ until }) => until <= this.time)) {
			this.waiting.delete(one);
			one.end();
		}
		// What was waited for has begun when this returns.
		await Promise.resolve();
	}

	/** Whoever waits now waits for ever, as when n8n ends. */
	stop(): void {
		this.waiting.clear();
	}

	private async wait(milliseconds: number): Promise<void> {
		await new Promise<void>((resolve) => {
			this.waiting.add({ until: this.time + milliseconds, end: resolve });
		});
	}
}

/** The one of this process. Without it a test would wait for ten seconds, or leave a timer behind. */
export const removalClock = new RemovalClock();
