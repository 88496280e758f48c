import { isJsonObject } from '../shared/jsonObject';

/** What a page brings. */
interface Brought {
	/** What no earlier page had. A page by itself is left as Smile gave it. */
	fresh: unknown[];
	/** Whether no page before it was longer. */
	isFull: boolean;
}

/** The records of a list by their ids and sources, page by page; what has no id cannot be compared. */
export class SeenRecords {
	private readonly ids = new Set<string | undefined>();
	private longest = 0;

	/** Takes the next page. */
	take(items: readonly unknown[]): Brought {
		const ids = items.map(idOf);
		const isNew = ids.map((id) => id === undefined || !this.ids.has(id));
		for (const id of ids) this.ids.add(id);
		const isFull = items.length >= this.longest;
		this.longest = Math.max(this.longest, items.length);
		return { fresh: items.filter((_item, place) => isNew[place]), isFull };
	}
}

/**
 * Some lists of Smile's wrap each record in an object of its own, such as `{signal: {…}}`. Whether two sources may have
 * records with the same id Smile does not say.
 */
function idOf(item: unknown): string | undefined {
	if (!isJsonObject(item)) return undefined;
	const [only, ...others] = Object.values(item);
	const isWrap = item.id === undefined && others.length === 0 && isJsonObject(only);
	const { id, metadata } = isWrap ? only : item;
	if (typeof id !== 'number' && (typeof id !== 'string' || id === '')) return undefined;
	return JSON.stringify([id, isJsonObject(metadata) ? metadata.sourceId : null]);
}
