import { AcceptedIds } from './acceptedIds';
import { HeldIds } from './heldIds';

/** A node without deliveries for this long is forgotten whole, unless it is still answering one. */
const IDLE_NODE_MS = 60 * 60_000;

/**
 * What to do with a delivery: process it, drop it, or have it sent again, because too many wait already for the
 * outcome of an earlier one.
 */
export type Verdict = 'new' | 'duplicate' | 'busy';

interface NodeIds {
	accepted: AcceptedIds;
	held: HeldIds;
	usedAt: number;
}

/**
 * Sees to it that an event starts one execution in this process, however often Smile delivers it.
 * An id counts once n8n has answered its delivery with 2xx; until then, however late that is, a second delivery
 * waits.
 */
export class Duplicates {
	private readonly nodes = new Map<string, NodeIds>();

	constructor(private readonly now: () => number = Date.now) {}

	/**
	 * Whether a delivery with this id was answered with 2xx before. If not, the id is held until `answered` tells
	 * how this delivery was answered.
	 */
	async judge(node: string, id: string, answered: Promise<boolean>): Promise<Verdict> {
		const { accepted, held } = this.idsOf(node);
		// After a failure the first of those that waited goes on, and the rest wait for it.
		while (!accepted.has(id)) {
			const earlier = held.find(id);
			if (!earlier) {
				held.hold(id, answered);
				void answered.then((isAccepted) => {
					held.release(id, answered);
					if (isAccepted) accepted.add(id, this.now());
				});
				return 'new';
			}
			if (!(await held.wait(earlier))) return 'busy';
		}
		return 'duplicate';
	}

	/** Forgets one node's ids, as when somebody starts to listen for a test event again. */
	forget(node: string): void {
		this.nodes.delete(node);
	}

	private idsOf(node: string): NodeIds {
		const now = this.now();
		const known = this.nodes.get(node);
		if (known) {
			known.usedAt = now;
			return known;
		}
		for (const [key, { usedAt, held }] of this.nodes) {
			if (now - usedAt > IDLE_NODE_MS && held.size === 0) this.nodes.delete(key);
		}
		const ids = { accepted: new AcceptedIds(now), held: new HeldIds(), usedAt: now };
		this.nodes.set(node, ids);
		return ids;
	}
}
