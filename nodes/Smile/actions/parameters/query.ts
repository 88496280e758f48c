import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';

import { filterOf, type FilterName } from './filters';

/**
 * The query of a list from its Filters. What was left empty is not sent. Throws for a value that Smile would
 * refuse, since Smile does not say which one it means.
 */
export function queryOf(
	context: IExecuteFunctions,
	itemIndex: number,
	{ filters }: { filters: readonly FilterName[] },
): IDataObject {
	const entered = context.getNodeParameter('filters', itemIndex, {}) as IDataObject;
	const query: IDataObject = {};
	for (const name of filters) {
		const value: unknown = entered[name];
		if (value === undefined || value === null || value === '') continue;
		const { displayName, placeholder, toQuery } = filterOf(name);
		const sent = toQuery(value);
		if (sent === undefined) {
			throw new NodeOperationError(context.getNode(), `${displayName} cannot be used as a filter`, {
				itemIndex,
				description: `Enter it as in ${placeholder ?? 'e.g. 2026-01-31'}, or remove the filter.`,
			});
		}
		query[name] = sent;
	}
	return query;
}
