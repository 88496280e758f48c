import type { SmileSwitches } from './switches';

interface Pending {
	reads: number;
	finish: () => void;
}

/** What Smile is still working on; each GET of a record brings it nearer to its end. */
export class Progress {
	private readonly pending = new Map<string, Pending>();

	constructor(private readonly switches: SmileSwitches) {}

	/** `finish` runs at once, or at the first GET that should see the end. */
	begin(id: string, finish: () => void): void {
		const reads = this.switches.processingReads;
		if (reads === 0) finish();
		else this.pending.set(id, { reads, finish });
	}

	/** One record is being read. */
	read(id: string): void {
		const found = this.pending.get(id);
		if (!found) return;
		if (found.reads === 0) this.finish(id, found);
		else found.reads -= 1;
	}

	/** Ends everything, as time would. */
	finishAll(): void {
		for (const [id, found] of [...this.pending]) this.finish(id, found);
	}

	/** Nothing will come of it: it was withdrawn. */
	drop(id: string): void {
		this.pending.delete(id);
	}

	private finish(id: string, { finish }: Pending): void {
		this.pending.delete(id);
		finish();
	}
}
