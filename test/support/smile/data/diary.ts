import { smileTime } from '../webhookStore';
import type { Person } from './invented';
import type { DataStore } from './store';

/** What an event of Smile's would have told, without its id. */
export interface Happened {
	type: string;
	createdAt: string;
	data: Record<string, unknown>;
}

/** One person's life while it is written: where its steps are in time, and what Smile tells of them. */
export class Diary {
	private readonly noted: Happened[] = [];

	constructor(
		readonly store: DataStore,
		readonly person: Person,
		private readonly begin: Date,
		private readonly minutes: number,
	) {}

	/** The time at a fraction of the life, in whole seconds as Smile writes it and never too early. */
	at(fraction: number): string {
		const exact = this.begin.getTime() + fraction * this.minutes * 60_000;
		return smileTime(new Date(Math.ceil(exact / 1_000) * 1_000));
	}

	/** Notes an event at a fraction of the life. */
	tell(type: string, fraction: number, data: Record<string, unknown>): void {
		const { userId } = this.person;
		this.noted.push({ type, createdAt: this.at(fraction), data: { userId, ...data } });
	}

	/** Everything told, in order of time. */
	get happened(): Happened[] {
		return [...this.noted].sort((one, other) => one.createdAt.localeCompare(other.createdAt));
	}
}
