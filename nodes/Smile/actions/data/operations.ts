import type { Resource } from '../operation';
import { getOperation } from './get';
import { getAllOperation } from './getAll';
import { dataTable, type DataResource } from './resources';

/** The readable resources with their operations, by value. */
export const dataResources: Readonly<Record<string, Resource>> = Object.fromEntries(
	Object.entries<DataResource>(dataTable).map(([value, resource]) => [
		value,
		{
			name: resource.name,
			operations: [getOperation(value, resource), getAllOperation(resource)],
			presetOperation: 'getAll',
		},
	]),
);
