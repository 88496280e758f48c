import type { IDataObject } from 'n8n-workflow';

import type { SmileClient } from '../../api/client';
import { LONGEST_ID } from '../../api/limits';
import { readPage } from '../../api/read';
import { requestSmile } from '../../api/request';
import type { Result } from '../../api/result';
import { isJsonObject } from '../../shared/jsonObject';
import { filledText, hasSteps } from '../../shared/textOf';
import { valueAt } from '../../shared/valueAt';
import { timeOf } from './label';
import { lookThrough, type Look, type Page } from './lookThrough';

/** A list at Smile that a field picks one of. */
export interface PickList {
	/** As in a sentence. */
	plural: string;
	path: string;
	/** What an entry shows of a record, times in the zone; its id where it has nothing better. */
	nameOf(record: IDataObject, id: string, zone: string): string;
	/** More that it is found by, and that it does not show. */
	alsoFoundBy?: readonly string[];
	/** A page of records with what is to be shown of them and stands elsewhere at Smile. */
	completed?(smile: SmileClient, records: IDataObject[]): Promise<IDataObject[]>;
	/** Filters of the list. */
	query?: IDataObject;
	/** The field that is picked, where it is not the id. */
	key?: string;
	/** A record out of what the list wraps it in. */
	unwrapped?(record: IDataObject): IDataObject;
}

/** An entry as n8n shows it, and when what it stands for was made. */
export interface Hit {
	entry: { name: string; value: string };
	time: string;
}

/** What may be an id: Smile knows nobody by words, and an e-mail address has no place in that of a request. */
const ID_FORM = new RegExp(`^[^\\s@]{4,${LONGEST_ID}}$`);

/** The entry whose id was typed whole, in one try; why there is none the list will tell. */
export async function hitWithId(
	smile: SmileClient,
	list: PickList,
	id: string,
	zone: string,
): Promise<Hit | undefined> {
	if (list.key !== undefined || !ID_FORM.test(id) || hasSteps(id)) return undefined;
	const path = `${list.path}/${encodeURIComponent(id)}`;
	const answer = await requestSmile(smile, { method: 'GET', path });
	if (!answer.ok || !isJsonObject(answer.data) || answer.data.id !== id) return undefined;
	const record = answer.data as IDataObject;
	const [shown] = (await list.completed?.(smile, [record])) ?? [record];
	return { entry: { name: list.nameOf(shown, id, zone), value: id }, time: timeOf(record) };
}

/** Looks through the list from a cursor on for entries whose name or id has the text, in lower case; each once. */
export async function hitsIn(
	smile: SmileClient,
	list: PickList,
	sought: string,
	zone: string,
	cursor: string | undefined,
): Promise<Result<Look<Hit>>> {
	const values = new Set<string>();
	const hitOnce = (one: Shown) => {
		const hit = hitOf(list, one, sought, zone);
		if (!hit || values.has(hit.entry.value)) return undefined;
		values.add(hit.entry.value);
		return hit;
	};
	return await lookThrough(async (from) => await readShown(smile, list, from), hitOnce, cursor);
}

/** A record as Smile has it, and as the list shows it. */
interface Shown {
	record: IDataObject;
	shown: IDataObject;
}

async function readShown(
	smile: SmileClient,
	list: PickList,
	cursor: string | undefined,
): Promise<Result<Page<Shown>>> {
	const page = await readPage(smile, list.path, cursor, list.query);
	if (!page.ok) return page;
	const records = page.value.records.map((one) => list.unwrapped?.(one) ?? one);
	const shown = (await list.completed?.(smile, records)) ?? records;
	const both = records.map((record, index) => ({ record, shown: shown[index] }));
	return { ok: true, value: { ...page.value, records: both } };
}

function hitOf(
	list: PickList,
	{ record, shown }: Shown,
	sought: string,
	zone: string,
): Hit | undefined {
	const id = filledText(record[list.key ?? 'id']);
	if (!id.ok) return undefined;
	const name = list.nameOf(shown, id.value, zone);
	const hidden = (list.alsoFoundBy ?? []).map((place) => filledText(valueAt(record, place)));
	const texts = [name, id.value, ...hidden.map((one) => (one.ok ? one.value : ''))];
	const isHit = texts.some((text) => text.toLowerCase().includes(sought));
	return isHit ? { entry: { name, value: id.value }, time: timeOf(record) } : undefined;
}
