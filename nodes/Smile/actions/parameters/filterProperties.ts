import type { INodeProperties } from 'n8n-workflow';

import { byLabel } from '../../shared/byLabel';
import { filterOf, FILTERS, type Filter, type Filtered, type FilterName } from './filters';

/** A resource's Filters; none where Smile has none. */
export function filtersProperties(
	resource: Filtered & { filters: readonly FilterName[] },
): INodeProperties[] {
	const options = filterProperties(resource);
	return options.length === 0 ? [] : [filtersProperty(options)];
}

/** The collection Filters with these entries. */
export function filtersProperty(options: INodeProperties[]): INodeProperties {
	return { ...FILTERS, type: 'collection', placeholder: 'Add filter', default: {}, options };
}

/** The entries of a resource's Filters, in the order of their labels. */
export function filterProperties(
	resource: Filtered & { filters: readonly FilterName[] },
): INodeProperties[] {
	return resource.filters
		.map((name) => propertyOf(name, resource))
		.sort((one, other) => byLabel(one.displayName, other.displayName));
}

function propertyOf(name: FilterName, resource: Filtered): INodeProperties {
	const { displayName, type, placeholder, modes, description } = filterOf(name);
	return {
		displayName,
		name,
		type,
		...(type === 'dateTime' ? { typeOptions: { dateOnly: true } } : {}),
		default: presetOf(type),
		...(placeholder ? { placeholder } : {}),
		...(modes ? { modes } : {}),
		description: description(resource),
	};
}

function presetOf(type: Filter['type']): INodeProperties['default'] {
	if (type === 'resourceLocator') return { mode: 'list', value: '' };
	return type === 'boolean' ? true : '';
}
