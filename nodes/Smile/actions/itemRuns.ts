import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { cancelSignal, isCancelled } from '../api/cancel';
import { Slots } from '../shared/slots';
import { doneBefore } from './doneBefore';
import { tell } from './nodeError';
import type { Operation } from './operation';
import { failed, runOne, type Outcome } from './runOne';

/**
 * What one execution reads side by side at most: of answers that take two seconds, as many as Smile's limit of twenty
 * requests a second allows.
 */
const SIDE_BY_SIDE = 40;

/** Items that lead to the same results: one after the other is run until one has not failed. */
interface Group {
	operation: Operation;
	items: number[];
	state: 'atWork' | 'done' | 'failed';
}

/** The items of one execution at work: those that only read side by side, any other by itself. */
export class ItemRuns {
	private readonly outcomes: Outcome[] = [];
	private readonly groups = new Map<string, Group>();
	private readonly slots = new Slots(SIDE_BY_SIDE);
	private readonly atWork = new Set<Promise<void>>();
	/** Gives up an item that is at work. */
	private readonly givingUp = new Map<number, AbortController>();
	private readonly over = new AbortController();
	/** The earliest item whose error ends the run. */
	private end = Number.POSITIVE_INFINITY;

	constructor(private readonly context: IExecuteFunctions) {
		const giveUp = () => this.giveUpAfter(-1);
		cancelSignal(context)?.addEventListener('abort', giveUp, { signal: this.over.signal });
	}

	/** Whether an error ends the run, so that nothing more is to begin. */
	get hasFailed(): boolean {
		return this.end < Number.POSITIVE_INFINITY;
	}

	/** Begins the next item as soon as there is a place for it. */
	async begin(item: number, chosenOperation: () => Operation): Promise<void> {
		let group: Group | undefined;
		try {
			group = this.groupOf(item, chosenOperation());
		} catch (error) {
			return this.note(item, failed(this.context, item, error));
		}
		if (group) await (group.operation.reads ? this.beginReading(group) : this.runAlone(group));
	}

	/** The results of all items in their order, once everything has ended. Throws the error of the earliest item. */
	async results(): Promise<INodeExecutionData[]> {
		await Promise.all(this.atWork);
		this.over.abort();
		if (this.hasFailed) throw this.outcomes[this.end].failure;
		return this.soFar();
	}

	/** With whom an item is run; nobody where an earlier one gives or gave its results. */
	private groupOf(item: number, operation: Operation): Group | undefined {
		const key = operation.sameAs?.(this.context, item);
		const earlier = key === undefined ? undefined : this.groups.get(key);
		if (earlier?.state === 'done') return undefined;
		if (earlier?.state === 'atWork') return void earlier.items.push(item);
		const group: Group = { operation, items: [item], state: 'atWork' };
		if (key !== undefined) this.groups.set(key, group);
		return group;
	}

	private async beginReading(group: Group): Promise<void> {
		await this.slots.take();
		if (this.hasFailed) return this.slots.give();
		const work = this.run(group).finally(() => {
			this.slots.give();
			this.atWork.delete(work);
		});
		this.atWork.add(work);
	}

	private async runAlone(group: Group): Promise<void> {
		await Promise.all(this.atWork);
		if (!this.hasFailed) await this.run(group);
	}

	private async run(group: Group): Promise<void> {
		const { context, slots } = this;
		// Items that lead to the same join the list meanwhile.
		for (const item of group.items) {
			const givingUp = new AbortController();
			this.givingUp.set(item, givingUp);
			if (isCancelled(context)) givingUp.abort();
			const { signal } = givingUp;
			const outcome = await runOne({ context, slots, signal }, item, group.operation);
			this.givingUp.delete(item);
			group.state = outcome.failure ? 'failed' : 'done';
			this.note(item, outcome, group.operation.writes);
			if (group.state === 'done' || this.hasFailed) return;
		}
	}

	private note(item: number, outcome: Outcome, writes = false): void {
		this.outcomes[item] = outcome;
		const { failure, isEnd } = outcome;
		if (!failure || !isEnd || item > this.end) return;
		// n8n shows no output of a node that failed.
		if (writes) tell(failure, doneBefore(this.doneSoFar()));
		this.end = item;
		this.giveUpAfter(item);
	}

	/** What is earlier goes on: it may fail as well, and then its error is the one to tell. */
	private giveUpAfter(item: number): void {
		for (const [later, givingUp] of this.givingUp) {
			if (later > item) givingUp.abort();
		}
	}

	/** Without the last result of an item that failed, which tells of its error. */
	private doneSoFar(): INodeExecutionData[] {
		return this.outcomes.flatMap(({ results, failure, isEnd }) =>
			failure && !isEnd ? results.slice(0, -1) : results,
		);
	}

	private soFar(): INodeExecutionData[] {
		return this.outcomes.flatMap(({ results }) => results);
	}
}
