import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { clientOf } from '../api/client';
import { smileError } from '../api/errors';
import { readPage } from '../api/read';
import { valueAt } from '../shared/valueAt';
import type { SmileResource } from './resource';
import { smileResources } from './resources';

/** Pages read for one look at a list: with a filter, the first ones may hold nothing that fits. */
const MOST_PAGES = 10;

/**
 * The list of any resource's field, a page of Smile's at a time; the filter looks at id and label. n8n does not
 * say which field is open, but the resource that is chosen.
 */
export async function searchRecords(
	this: ILoadOptionsFunctions,
	filter?: string,
	cursor?: string,
): Promise<INodeListSearchResult> {
	const resource = dataResource(this.getCurrentNodeParameter('resource'));
	if (!resource?.label) return { results: [] };

	const sought = filter?.trim().toLowerCase() ?? '';
	const smile = await clientOf(this);
	let next = cursor;
	for (let pages = 1; ; pages += 1) {
		const page = await readPage(smile, resource.path, next);
		if (!page.ok) {
			throw smileError(page.failure, {
				...smile,
				doing: `read the ${resource.plural}`,
			});
		}
		next = page.value.nextCursor;
		const results = page.value.records
			.map((record) => entryOf(record, resource))
			.filter(({ name }) => name.toLowerCase().includes(sought));
		if (results.length > 0 || next === undefined || pages >= MOST_PAGES) {
			return { results, paginationToken: next };
		}
	}
}

function dataResource(value: unknown): SmileResource | undefined {
	const table: Readonly<Record<string, SmileResource>> = smileResources;
	return typeof value === 'string' && Object.hasOwn(table, value) ? table[value] : undefined;
}

function entryOf(record: IDataObject, { label = [] }: SmileResource) {
	const id = String(record.id);
	const words = label.map((place) => valueAt(record, place)).filter((word) => word !== null);
	return { name: words.length > 0 ? `${words.join(', ')} (${id})` : id, value: id };
}
