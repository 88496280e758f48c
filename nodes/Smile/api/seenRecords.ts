import { isJsonObject } from '../shared/jsonObject';

/** The records of a list by their ids, page by page; what has no id cannot be compared. */
export class SeenRecords {
	private readonly ids = new Set<string | number>();
	private longest = 0;

	/** Whether the last page that was taken was as long as any before it. */
	isFull = false;

	/** Takes a page, and gives of it what no earlier page had. A page is left as Smile gave it. */
	newIn(items: readonly unknown[]): unknown[] {
		const ids = items.map(idOf);
		const isNew = ids.map((id) => id === undefined || !this.ids.has(id));
		for (const id of ids) if (id !== undefined) this.ids.add(id);
		this.isFull = items.length >= this.longest;
		this.longest = Math.max(this.longest, items.length);
		return items.filter((_item, place) => isNew[place]);
	}
}

/** Some lists of Smile's wrap each record in an object of its own, such as `{signal: {…}}`. */
function idOf(item: unknown): string | number | undefined {
	if (!isJsonObject(item)) return undefined;
	const [only, ...others] = Object.values(item);
	const isWrap = item.id === undefined && others.length === 0 && isJsonObject(only);
	const { id } = isWrap ? only : item;
	return typeof id === 'number' || (typeof id === 'string' && id !== '') ? id : undefined;
}
