/** Each node remembers an accepted id for at least this long … */
const REMEMBERED_FOR_MS = 10 * 60_000;
/** … and at least until this many younger ids were accepted, … */
const REMEMBERED_IDS = 10_000;
/** … unless more than this many arrive in that time, which n8n could not even execute (50 a second). */
const IDS_PER_GENERATION = 30_000;
/** A node without deliveries for this long is forgotten whole. */
const IDLE_NODE_MS = 60 * 60_000;

type Outcome = true | Promise<boolean>;

/**
 * The event ids one node has accepted. Two generations replace a clock for each id: an id leaves with the
 * older generation, and a generation is closed only once it is old and large enough.
 */
class AcceptedIds {
	private young = new Map<string, Outcome>();
	private old = new Map<string, Outcome>();
	private youngSince: number;

	constructor(now: number) {
		this.youngSince = now;
	}

	find(id: string): Outcome | undefined {
		return this.young.get(id) ?? this.old.get(id);
	}

	hold(id: string, answered: Promise<boolean>, now: number): void {
		this.closeGeneration(now);
		const { young } = this;
		young.set(id, answered);
		void answered.then((accepted) => {
			if (accepted) young.set(id, true);
			else young.delete(id);
		});
	}

	private closeGeneration(now: number): void {
		const isDue = this.young.size >= REMEMBERED_IDS && now - this.youngSince >= REMEMBERED_FOR_MS;
		if (!isDue && this.young.size < IDS_PER_GENERATION) return;
		this.old = this.young;
		this.young = new Map();
		this.youngSince = now;
	}
}

/**
 * Sees to it that an event starts one execution in this process, however often Smile delivers it.
 * An id counts once n8n has answered its delivery with 2xx; until then a second delivery waits.
 */
export class Duplicates {
	private readonly nodes = new Map<string, { ids: AcceptedIds; usedAt: number }>();

	constructor(private readonly now: () => number = Date.now) {}

	/**
	 * Whether a delivery with this id was answered with 2xx before. If not, the id is held until `answered`
	 * (called then, and only then) tells how this delivery was answered.
	 */
	async isDuplicate(node: string, id: string, answered: () => Promise<boolean>): Promise<boolean> {
		const ids = this.idsOf(node);
		// Several may wait for the same delivery: after a failure the first of them goes on, the rest wait for it.
		for (let earlier = ids.find(id); earlier !== undefined; earlier = ids.find(id)) {
			if (await earlier) return true;
		}
		ids.hold(id, answered(), this.now());
		return false;
	}

	/** Forgets one node's ids, as when somebody starts to listen for a test event again. */
	forget(node: string): void {
		this.nodes.delete(node);
	}

	private idsOf(node: string): AcceptedIds {
		const now = this.now();
		const known = this.nodes.get(node);
		if (known) {
			known.usedAt = now;
			return known.ids;
		}
		for (const [key, { usedAt }] of this.nodes) {
			if (now - usedAt > IDLE_NODE_MS) this.nodes.delete(key);
		}
		const ids = new AcceptedIds(now);
		this.nodes.set(node, { ids, usedAt: now });
		return ids;
	}
}
