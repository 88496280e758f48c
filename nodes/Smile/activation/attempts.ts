import type { SmileWebhook } from '../api/schemas';
import { clock, type Clock } from './clock';
import type { Trigger } from './trigger';

/**
 * n8n asks all triggers of a workflow to clean up after one failed, in 2.41 without its publication service twice, one
 * after the other: another service's trigger between them may take its time.
 */
const CLEAN_UP_TAKES_AT_MOST_MS = 2 * 60_000;

/** A trigger that failed and was not asked to clean up by then, n8n will not ask any more: it may be gone. */
const CLEAN_UP_BEGINS_WITHIN_MS = 15 * 60_000;

/** One registration of a trigger at an address, from checkExists() to the end of create(). */
export interface Attempt {
	readonly trigger: Trigger;
	readonly isTest: boolean;
	readonly begunAt: number;
	/** Whether n8n itself brings the event of a test run, so that Smile has no part in it. */
	isSampled?: boolean;
	outcome: 'under way' | 'failed' | 'registered';
	/** What this registration has made at Smile. */
	made?: SmileWebhook;
	/** What serves the trigger since, whoever has made it. */
	serving?: SmileWebhook;
	/** When n8n called delete() first after it had failed. */
	cleanedUpAt?: number;
}

/** What a registration that ends has made at Smile, and what serves its trigger since. */
export type Registered = Pick<Attempt, 'made' | 'serving'>;

export type DeletionReason =
	| { kind: 'test run' | 'sampled test run' | 'unpublished' }
	| ({ kind: 'failed activation' } & Registered);

/**
 * What this process has seen of registrations. n8n calls delete() with the same arguments in three cases: after a
 * test run, after an activation that failed, and to unpublish a workflow or to register it anew. What delete() may
 * do differs, and nothing else tells them apart.
 */
export class Attempts {
	private readonly last = new Map<string, Attempt>();

	constructor(private readonly time: Pick<Clock, 'now'> = clock) {}

	/** Notes that a trigger is being registered; create() goes on with what checkExists() began. */
	begin(trigger: Trigger, isTest: boolean): Attempt {
		const before = this.last.get(keyOf(trigger));
		if (before?.outcome === 'under way' && before.isTest === isTest) return before;
		const attempt: Attempt = { trigger, isTest, outcome: 'under way', begunAt: this.time.now() };
		this.last.set(keyOf(trigger), attempt);
		return attempt;
	}

	/** Whether no delete() and no newer registration has ended the attempt. */
	isCurrent(attempt: Attempt): boolean {
		return this.last.get(keyOf(attempt.trigger)) === attempt;
	}

	/**
	 * What a deletion is for. A failed activation stays one until the trigger is registered: n8n calls delete() once
	 * or twice after it. Before 2.40 one trigger that fails takes back those of its workflow that did not, in the order
	 * of the nodes. A test run stays one too: n8n calls delete() for each event that comes before the first call is
	 * done, and nothing but test runs of the trigger has the address.
	 */
	endOf(trigger: Trigger): DeletionReason {
		const key = keyOf(trigger);
		const own = this.last.get(key);
		if (own?.outcome === 'failed') {
			own.cleanedUpAt ??= this.time.now();
			return { kind: 'failed activation' };
		}
		if (own?.isTest) {
			this.last.set(key, { ...own, outcome: 'registered' });
			return { kind: own.isSampled ? 'sampled test run' : 'test run' };
		}
		this.last.delete(key);
		return this.isTakenBack(trigger, own)
			? { kind: 'failed activation', made: own?.made, serving: own?.serving }
			: { kind: 'unpublished' };
	}

	/**
	 * Whether another trigger of the workflow has just failed. Once n8n has asked that one to clean up, this counts for
	 * a trigger without a registration of its own: it was not tried, or is asked for the second time.
	 */
	private isTakenBack({ workflowId }: Trigger, own: Attempt | undefined): boolean {
		const now = this.time.now();
		const isOngoing = ({ begunAt, cleanedUpAt }: Attempt) =>
			cleanedUpAt === undefined
				? now - begunAt < CLEAN_UP_BEGINS_WITHIN_MS
				: !own && now - cleanedUpAt < CLEAN_UP_TAKES_AT_MOST_MS;
		return [...this.last.values()].some(
			(one) =>
				one.trigger.workflowId === workflowId &&
				!one.isTest &&
				one.outcome === 'failed' &&
				isOngoing(one),
		);
	}
}

/** A copy of a workflow may have the address of the original, and a test run has one of its own. */
function keyOf({ id, address }: Trigger): string {
	return `${id} ${address}`;
}
