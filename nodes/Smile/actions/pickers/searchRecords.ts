import type { SmileResource } from '../resource';
import { smileResources } from '../smileResources';
import { labelOf } from './label';
import { withProviderNames } from './providerNames';
import { searching, type PickList } from './searchList';

/** The list of any resource's field. n8n does not say which field is open, but the resource that is chosen. */
export const searchRecords = searching((context) => {
	const resource = dataResource(context.getCurrentNodeParameter('resource'));
	return resource && pickListOf(resource);
});

/** The list of a field that picks something of another resource than the chosen one. */
export function searchOf(value: keyof typeof smileResources, special: Partial<PickList> = {}) {
	return searching(() => ({ ...pickListOf(smileResources[value]), ...special }));
}

function pickListOf(resource: SmileResource): PickList {
	const { plural, path, label = [], alsoFoundBy, unwrapped } = resource;
	return {
		plural,
		path,
		alsoFoundBy,
		unwrapped,
		...(label.includes('providerId') && { completed: withProviderNames }),
		nameOf: (record, id) => labelOf(record, id, label),
	};
}

function dataResource(value: unknown): SmileResource | undefined {
	const table: Readonly<Record<string, SmileResource>> = smileResources;
	const resource =
		typeof value === 'string' && Object.hasOwn(table, value) ? table[value] : undefined;
	return resource?.label ? resource : undefined;
}
