import type { ApiSwitches } from './apiSwitches';

/** The latest position that a newest first list can give. */
const last = 1e12;

/** A list in the order of the switch, its positions rising as pages need them. */
export function inOrder<Item extends { position: number }>(
	items: readonly Item[],
	order: ApiSwitches['listOrder'],
	idOf: (item: Item) => string,
): readonly Item[] {
	if (order === 'oldestFirst') return items;
	if (order === 'newestFirst') {
		return items.map((item) => ({ ...item, position: last - item.position })).reverse();
	}
	return [...items]
		.sort((one, other) => (idOf(one) < idOf(other) ? -1 : 1))
		.map((item, index) => ({ ...item, position: index + 1 }));
}
