import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { SmileResource } from '../resource';
import { smileResources } from '../smileResources';
import { labelOf } from './label';
import type { PickList } from './pickList';
import { withProviderNames } from './providerNames';
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
	return resource
		? await searchList(this, [pickListOf(resource)], filter, cursor)
		: { results: [] };
}

/** The list of a field that picks something of another resource than the chosen one. */
export function searchOf(value: keyof typeof smileResources, special: Partial<PickList> = {}) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		cursor?: string,
	): Promise<INodeListSearchResult> {
		const list = { ...pickListOf(smileResources[value]), ...special };
		return await searchList(this, [list], filter, cursor);
	};
}

/** A resource as a list to pick from. */
export function pickListOf(resource: SmileResource): PickList {
	const { plural, path, label = [], alsoFoundBy, unwrapped } = resource;
	return {
		plural,
		path,
		alsoFoundBy,
		unwrapped,
		...(label.includes('providerId') && { completed: withProviderNames }),
		nameOf: (record: IDataObject, id, zone) => labelOf(record, id, label, zone),
	};
}

function dataResource(value: unknown): SmileResource | undefined {
	const table: Readonly<Record<string, SmileResource>> = smileResources;
	const resource =
		typeof value === 'string' && Object.hasOwn(table, value) ? table[value] : undefined;
	return resource?.label ? resource : undefined;
}
