import type { INodeProperties } from 'n8n-workflow';

import { readPages } from '../../api/read';
import type { Operation } from '../operation';
import { filterProperties } from '../parameters/filters';
import { queryOf } from '../parameters/query';
import type { SmileResource, Verb } from '../resource';
import { formOf, simplifyProperties } from '../parameters/simplify';

/** Reads the list of a resource, page by page. */
export const getAll: Verb = (_value, resource): Operation => {
	const { path, plural } = resource;
	return {
		option: {
			name: 'Get Many',
			value: 'getAll',
			action: `Get many ${plural}`,
			description: `List ${plural}`,
		},
		properties: [...sizeProperties(), ...simplifyProperties(resource), ...filtersOf(resource)],
		async *run(context, itemIndex, orThrow, smile) {
			const returnAll = context.getNodeParameter('returnAll', itemIndex, false) === true;
			const limit = returnAll
				? undefined
				: (context.getNodeParameter('limit', itemIndex, 50) as number);
			const query = queryOf(context, itemIndex, resource);
			const form = formOf(context, itemIndex, resource);

			for await (const page of readPages(smile, path, query, { limit })) {
				yield orThrow(page, `read the ${plural}`).map(form);
			}
		},
	};
};

function sizeProperties(): INodeProperties[] {
	return [
		{
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			default: false,
			description: 'Whether to return all results or only up to a given limit',
		},
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50,
			description: 'Max number of results to return',
			displayOptions: { show: { returnAll: [false] } },
		},
	];
}

function filtersOf(resource: SmileResource): INodeProperties[] {
	const options = filterProperties(resource);
	if (options.length === 0) return [];
	return [
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options,
		},
	];
}
