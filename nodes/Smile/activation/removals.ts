import { clock, type Clock } from './clock';
import type { Going, Removal, Scheduled } from './removal';

/** How long a removal waits: n8n registers a trigger that was edited about a second after its delete(). */
export const REMOVAL_DELAY_MS = 10_000;

interface Registration {
	address: string;
	ended: Promise<void>;
	end(): void;
}

/**
 * Removals that wait for a registration of the same trigger to take them over. They live in this process only: what
 * n8n takes down with it stays at Smile until the next publication at its address.
 */
export class Removals {
	private readonly scheduled = new Map<string, Scheduled[]>();
	private readonly registrations = new Map<string, Registration>();
	/** What is to be deleted at this moment. */
	private readonly going = new Set<Going>();

	constructor(private readonly time: Clock = clock) {}

	/** Removes the webhooks after the delay, unless they are taken over before. */
	schedule(triggerId: string, removal: Removal): void {
		const one: Scheduled = { removal, at: this.time.now(), hasBegun: false };
		this.scheduled.set(triggerId, [...this.of(triggerId), one]);
		void this.removeLater(triggerId, one);
	}

	/** The removals of a trigger since it was last registered, those carried out included. */
	of(triggerId: string): readonly Scheduled[] {
		return this.scheduled.get(triggerId) ?? [];
	}

	/** Ids of webhooks at an address, whosever trigger had it, whose removal has begun: nobody can keep them. */
	goingAt(address: string): string[] {
		const begun = this.all()
			.filter(({ hasBegun }) => hasBegun)
			.map(({ removal }) => removal);
		const there = [...begun, ...this.going].filter((one) => one.address === address);
		return [...new Set(there.flatMap(({ ids }) => ids))];
	}

	/** Ids of webhooks at an address, whosever trigger had it, whose removal can still be called off. */
	waitingAt(address: string): string[] {
		const waiting = this.all().filter(
			({ hasBegun, removal }) => !hasBegun && removal.address === address,
		);
		return waiting.flatMap(({ removal }) => removal.ids);
	}

	/** Leaves a webhook out of whatever was to remove it: a trigger has it now. */
	spare(id: string): void {
		for (const one of this.all()) {
			if (one.hasBegun) continue;
			const { removal } = one;
			one.removal = { ...removal, ids: without(removal.ids, id) };
		}
		for (const one of this.going) {
			if (!one.hasBegun) one.ids = without(one.ids, id);
		}
	}

	/** Lets no removal of the trigger, and none at its address, begin until `endRegistration`. */
	beginRegistration({ id, address }: { id: string; address: string }): void {
		if (this.registrations.has(id)) return;
		let end = () => {};
		const ended = new Promise<void>((resolve) => (end = resolve));
		this.registrations.set(id, { address, ended, end });
	}

	endRegistration(triggerId: string): void {
		this.registrations.get(triggerId)?.end();
		this.registrations.delete(triggerId);
	}

	/** Calls off what has not begun; whoever calls this sees to these webhooks, with `carryOut`. */
	takeOver(triggerId: string): readonly Scheduled[] {
		const all = this.of(triggerId);
		this.scheduled.delete(triggerId);
		return all;
	}

	/**
	 * Deletes these of a removal's webhooks, once no registration at their address is under way: it may have found one
	 * of them before, and keep it. They are going until that has ended, and until every registration has that began
	 * before: it may have read a list that still has them.
	 */
	async carryOut({ address, remove }: Removal, ids: readonly string[]): Promise<void> {
		const one: Going = { address, ids, hasBegun: false };
		this.going.add(one);
		try {
			await this.noneUnderWay(() => this.underWayAt(address));
			one.hasBegun = true;
			await remove(one.ids);
		} finally {
			await this.noneUnderWay(() => this.underWayAt(address));
			this.going.delete(one);
		}
	}

	private async removeLater(triggerId: string, one: Scheduled): Promise<void> {
		await this.time.wait(REMOVAL_DELAY_MS);
		const { address } = one.removal;
		await this.noneUnderWay(() => this.registrations.get(triggerId) ?? this.underWayAt(address));
		if (!this.of(triggerId).includes(one)) return;
		one.hasBegun = true;
		const { removal } = one;
		// The key is not kept any longer than it is needed.
		one.removal = { ...removal, remove: async () => undefined };
		await this.carryOut(removal, removal.ids);
	}

	private async noneUnderWay(find: () => Registration | undefined): Promise<void> {
		for (let one = find(); one; one = find()) await one.ended;
	}

	private underWayAt(address: string): Registration | undefined {
		return [...this.registrations.values()].find((one) => one.address === address);
	}

	private all(): Scheduled[] {
		return [...this.scheduled.values()].flat();
	}
}

function without(ids: readonly string[], id: string): string[] {
	return ids.filter((other) => other !== id);
}
