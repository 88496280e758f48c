import type { Kind } from './kinds';

/** One thing that the API can return; `json` is the very answer. */
export interface Stored {
	/** Grows with everything stored; the place in a list. */
	position: number;
	json: SmileRecord;
}

export interface SmileRecord {
	id: string;
	metadata?: Origin;
	[field: string]: unknown;
}

/** Which account or archive a record comes from. */
export interface Origin {
	/** When the account or archive was made. */
	createdAt: string;
	/** When this record was stored. */
	itemCreatedAt: string;
	sourceId: string;
	sourceType: 'ACCOUNT' | 'ARCHIVE';
	userId: string;
	providerId: string;
}

/** Things by kind, each kind in the order it was stored. */
export class Shelves {
	private readonly lists = new Map<Kind, Stored[]>();

	/** How many things were ever stored. */
	protected stored = 0;

	add(kind: Kind, json: SmileRecord): SmileRecord {
		this.listOf(kind).push({ position: (this.stored += 1), json });
		return json;
	}

	/** Sets fields of one thing; nothing happens where there is none. */
	change(kind: Kind, id: string, fields: Record<string, unknown>): void {
		const found = this.find(kind, id);
		if (found) Object.assign(found, fields);
	}

	find(kind: Kind, id: string): SmileRecord | undefined {
		return this.listOf(kind).find(({ json }) => json.id === id)?.json;
	}

	/** Everything of a kind, in the order of the API's list. */
	all(kind: Kind): SmileRecord[] {
		return this.listOf(kind).map(({ json }) => json);
	}

	/** The records of one account or archive. */
	of(kind: Kind, sourceId: string): SmileRecord[] {
		return this.all(kind).filter(({ metadata }) => metadata?.sourceId === sourceId);
	}

	listOf(kind: Kind): Stored[] {
		const list = this.lists.get(kind) ?? [];
		this.lists.set(kind, list);
		return list;
	}

	/** Removes everything of a kind that does not pass. */
	keep(kind: Kind, stays: (json: SmileRecord) => boolean): void {
		this.lists.set(
			kind,
			this.listOf(kind).filter(({ json }) => stays(json)),
		);
	}
}
