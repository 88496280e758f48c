/** So many places for what runs side by side. */
export class Slots {
	private readonly waiting: Array<() => void> = [];

	constructor(private free: number) {}

	/** Takes a place if one is free and nobody waits for it. */
	tryTake(): boolean {
		if (this.free === 0) return false;
		this.free -= 1;
		return true;
	}

	/** Takes a place as soon as one is free, first come, first served. */
	async take(): Promise<void> {
		if (!this.tryTake()) await new Promise<void>((resolve) => this.waiting.push(resolve));
	}

	/** Gives a place back. */
	give(): void {
		const next = this.waiting.shift();
		if (next) next();
		else this.free += 1;
	}
}
