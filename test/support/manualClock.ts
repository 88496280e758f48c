import { sleep } from 'n8n-workflow';

import type { Clock } from '../../nodes/Smile/shared/clock';

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
	private time = 0;
	private waits: Array<{ until: number; end: () => void }> = [];

	now(): number {
		return this.time;
	}

	async wait(milliseconds: number): Promise<void> {
		const until = this.time + milliseconds;
		await new Promise<void>((end) => this.waits.push({ until, end }));
	}

	/** So much time goes by in which the process can do nothing. */
	jam(milliseconds: number): void {
		this.time += milliseconds;
	}

	/** Moves the clock on; what waits ends at its own moment, one after the other. */
	async advance(milliseconds: number): Promise<void> {
		const end = this.time + milliseconds;
		await settled();
		for (let next = this.nextBefore(end); next; next = this.nextBefore(end)) {
			this.time = Math.max(this.time, next.until);
			this.waits = this.waits.filter((one) => one !== next);
			next.end();
			await settled();
		}
		this.time = end;
		await settled();
	}

	private nextBefore(end: number) {
		const [next] = [...this.waits].sort((one, other) => one.until - other.until);
		return next && next.until <= end ? next : undefined;
	}
}

/** Lets everything that needs no time come to its end. */
async function settled(): Promise<void> {
	await sleep(0);
}
