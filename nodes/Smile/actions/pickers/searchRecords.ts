import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { filledText } from '../../shared/textOf';
import { valueAt } from '../../shared/valueAt';
import type { SmileResource } from '../resource';
import { smileResources } from '../resources';
import { searchList } from './searchList';

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
	if (!resource?.label) return { results: [] };
	const { plural, path, label } = resource;
	const nameOf = (record: IDataObject, id: string) => nameIn(record, id, label);
	return await searchList(this, { plural, path, nameOf }, filter, cursor);
}

function dataResource(value: unknown): SmileResource | undefined {
	const table: Readonly<Record<string, SmileResource>> = smileResources;
	return typeof value === 'string' && Object.hasOwn(table, value) ? table[value] : undefined;
}

function nameIn(record: IDataObject, id: string, label: readonly string[]): string {
	const words = label
		.map((place) => filledText(valueAt(record, place)))
		.flatMap((word) => (word.ok ? [word.value] : []));
	return words.length > 0 ? `${words.join(', ')} (${id})` : id;
}
