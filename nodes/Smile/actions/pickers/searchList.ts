import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { clientOf } from '../../api/client';
import { smileError } from '../../api/errors';
import { cursorsIn, tokenOf } from './cursors';
import { hitsIn, hitWithId, type Hit, type PickList } from './pickList';

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	token?: string,
) => Promise<INodeListSearchResult>;

/** The function that n8n calls for a field's list, which may depend on what was chosen; see `searchList`. */
export function searching(
	listsFor: (context: ILoadOptionsFunctions) => readonly PickList[],
): ListSearch {
	return async function (this: ILoadOptionsFunctions, filter?: string, token?: string) {
		const lists = listsFor(this);
		return lists.length > 0 ? await searchList(this, lists, filter, token) : { results: [] };
	};
}

/**
 * What a field's list in the editor shows: with a search text the entries whose name or id has it, as Smile's lists
 * cannot be searched; the newest of what was looked at first. An id that was typed whole is asked for itself. Says so
 * when it could not look at everything. Of several lists their entries come together; one that cannot be read does not
 * cost the others.
 */
async function searchList(
	context: ILoadOptionsFunctions,
	lists: readonly PickList[],
	filter: string | undefined,
	token: string | undefined,
): Promise<INodeListSearchResult> {
	const smile = await clientOf(context);
	const zone = context.getTimezone();
	const sought = (filter ?? '').trim();
	if (token === undefined) {
		const tries = lists.map(async (list) => await hitWithId(smile, list, sought, zone));
		const hit = (await Promise.all(tries)).find((one) => one !== undefined);
		if (hit) return { results: [hit.entry] };
	}

	const begun = cursorsIn(token, lists).map(async ({ list, cursor }) => ({
		list,
		looked: await hitsIn(smile, list, sought.toLowerCase(), zone, cursor),
	}));
	const all = await Promise.all(begun);
	const read = all.flatMap(({ list, looked }) => (looked.ok ? [{ list, ...looked.value }] : []));
	const [failed] = all;
	if (read.length === 0 && failed && !failed.looked.ok) {
		throw smileError(failed.looked.failure, { ...smile, doing: `read the ${failed.list.plural}` });
	}
	const found = read.flatMap((one) => one.found).sort(newestFirst);
	const notices = [
		noticeOf(
			read.filter(({ wasCut }) => wasCut).map(({ list }) => list),
			(plurals) => `Not all ${plurals} were searched: type a whole ID to find any other`,
		),
		noticeOf(
			all.filter(({ looked }) => !looked.ok).map(({ list }) => list),
			(plurals) => `The ${plurals} could not be read: type a whole ID to find one`,
		),
	];
	const paginationToken = tokenOf(read, lists);
	return {
		results: [...notices.flat(), ...found.map(({ entry }) => entry)],
		...(paginationToken === undefined ? {} : { paginationToken }),
	};
}

/** Stands first, since n8n shows some eight entries before one scrolls. Its empty value cannot be run with. */
function noticeOf(
	lists: readonly PickList[],
	text: (plurals: string) => string,
): Array<Hit['entry']> {
	const plurals = lists.map(({ plural }) => plural).join(' and ');
	return lists.length === 0 ? [] : [{ name: text(plurals), value: '' }];
}

function newestFirst(one: Hit, other: Hit): number {
	return one.time === other.time ? 0 : one.time > other.time ? -1 : 1;
}
