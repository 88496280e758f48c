/** An accepted id is remembered for at least this long … */
const REMEMBERED_FOR_MS = 10 * 60_000;
/** … and at least until this many younger ids were accepted, … */
const REMEMBERED_IDS = 10_000;
/** … unless more than this many arrive in that time, which n8n could not even execute (50 a second). */
const IDS_PER_GENERATION = 30_000;

/**
 * The event ids one node has accepted. Two generations replace a clock for each id: an id leaves with the
 * older generation, and a generation is closed only once it is old and large enough.
 */
export class AcceptedIds {
	private young = new Set<string>();
	private old = new Set<string>();

	constructor(private youngSince: number) {}

	has(id: string): boolean {
		return this.young.has(id) || this.old.has(id);
	}

	add(id: string, now: number): void {
		const isDue = this.young.size >= REMEMBERED_IDS && now - this.youngSince >= REMEMBERED_FOR_MS;
		if (isDue || this.young.size >= IDS_PER_GENERATION) {
			this.old = this.young;
			this.young = new Set();
			this.youngSince = now;
		}
		this.young.add(id);
	}
}
