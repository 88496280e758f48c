import type { IDataObject } from 'n8n-workflow';

import type { SmileClient } from '../../api/client';
import { PROVIDERS_PATH } from '../../api/providers';
import { PAGE_SIZE } from '../../api/paginate';
import { readPage } from '../../api/read';
import { filledText } from '../../shared/textOf';

/**
 * The records of a page with the names of their providers in the place of the ids. Ids stay where Smile does not
 * give the names: a list without them is better than none.
 */
export async function withProviderNames(
	smile: SmileClient,
	records: IDataObject[],
): Promise<IDataObject[]> {
	const ids = [...new Set(records.flatMap(({ providerId }) => oneOrNone(providerId)))];
	if (ids.length === 0) return records;
	const asked = ids.slice(0, PAGE_SIZE).join(',');
	const page = await readPage(smile, PROVIDERS_PATH, undefined, { ids: asked });
	if (!page.ok) return records;
	const names = new Map(page.value.records.map(({ id, name }) => [id, name]));
	return records.map((record) => {
		const [name] = oneOrNone(names.get(record.providerId));
		return name === undefined ? record : { ...record, providerId: name };
	});
}

/** A text that holds something, in a list. */
function oneOrNone(value: unknown): string[] {
	const text = filledText(value);
	return text.ok ? [text.value] : [];
}
