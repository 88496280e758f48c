import type { IDataObject } from 'n8n-workflow';

import type { SmileResource } from '../resource';
import { smileResources } from '../smileResources';
import { labelOf } from './label';
import type { PickList } from './pickList';
import { withProviderNames } from './providerNames';
import { searching } from './searchList';

/** The list of any resource's field. n8n does not say which field is open, but the resource that is chosen. */
export const searchRecords = searching((context) => {
	const resource = dataResource(context.getCurrentNodeParameter('resource'));
	return resource ? [pickListOf(resource)] : [];
});

/** The list of a field that picks something of another resource than the chosen one. */
export function searchOf(value: keyof typeof smileResources, special: Partial<PickList> = {}) {
	return searching(() => [{ ...pickListOf(smileResources[value]), ...special }]);
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
