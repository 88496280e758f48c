import { jsonParse } from 'n8n-workflow';

interface Placed<List> {
	list: List;
	/** Missing where the list begins. */
	cursor?: string;
}

/** Where lists that are shown as one go on, by what `tokenOf` made; each from its beginning without a token. */
export function cursorsIn<List>(
	token: string | undefined,
	lists: readonly List[],
): Array<Placed<List>> {
	if (token === undefined) return lists.map((list) => ({ list }));
	if (lists.length === 1) return [{ list: lists[0], cursor: token }];
	const cursors = jsonParse<unknown>(token, { fallbackValue: [] });
	return lists.flatMap((list, index): Array<Placed<List>> => {
		const cursor: unknown = Array.isArray(cursors) ? cursors[index] : undefined;
		return typeof cursor === 'string' ? [{ list, cursor }] : [];
	});
}

/** The cursors that the lists ended at as one text, a single one as it is; undefined when all of them are at their end. */
export function tokenOf<List>(
	ended: ReadonlyArray<{ list: List; nextCursor?: string }>,
	lists: readonly List[],
): string | undefined {
	const cursors = lists.map((list) => ended.find((one) => one.list === list)?.nextCursor);
	if (cursors.every((cursor) => cursor === undefined)) return undefined;
	return lists.length === 1 ? cursors[0] : JSON.stringify(cursors);
}
