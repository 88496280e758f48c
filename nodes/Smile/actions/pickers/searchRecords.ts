import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { filledText } from '../../shared/textOf';
import { valueAt } from '../../shared/valueAt';
import type { SmileResource } from '../resource';
import { smileResources } from '../smileResources';
import { searchList, type PickList } from './searchList';

/**
 * The list of any resource's field; see `searchList`. n8n does not say which field is open, but the resource that
 * is chosen.
 */
export async function searchRecords(
	this: ILoadOptionsFunctions,
	filter?: string,
	cursor?: string,
): Promise<INodeListSearchResult> {
	const resource = dataResource(this.getCurrentNodeParameter('resource'));
	return resource ? await searchList(this, pickListOf(resource), filter, cursor) : { results: [] };
}

/** The list of a field that picks something of another resource than the chosen one. */
export function searchOf(value: keyof typeof smileResources, special: Partial<PickList> = {}) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		cursor?: string,
	): Promise<INodeListSearchResult> {
		const list = { ...pickListOf(smileResources[value]), ...special };
		return await searchList(this, list, filter, cursor);
	};
}

function pickListOf({ plural, path, label = [], unwrapped }: SmileResource): PickList {
	return { plural, path, unwrapped, nameOf: (record, id) => nameIn(record, id, label) };
}

function dataResource(value: unknown): SmileResource | undefined {
	const table: Readonly<Record<string, SmileResource>> = smileResources;
	const resource =
		typeof value === 'string' && Object.hasOwn(table, value) ? table[value] : undefined;
	return resource?.label ? resource : undefined;
}

function nameIn(record: IDataObject, id: string, label: readonly string[]): string {
	const words = label
		.map((place) => filledText(valueAt(record, place)))
		.flatMap((word) => (word.ok ? [word.value] : []));
	return words.length > 0 ? `${words.join(', ')} (${id})` : id;
}
