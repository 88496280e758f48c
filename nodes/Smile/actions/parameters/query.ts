import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { collectionOf } from './field';
import { FILTERS, filterOf, type FilterName } from './filters';
import { PICK_ONE } from './pickModes';

/**
 * The query of a list from its Filters. What was not added is not sent. Throws for a filter that was added and holds
 * nothing, without which Smile would give everybody's data, and for a value that Smile would refuse without saying
 * which one it means.
 */
export function readFilters(
	context: IExecuteFunctions,
	itemIndex: number,
	{ filters }: { filters: readonly FilterName[] },
): IDataObject {
	const entered = collectionOf(context, itemIndex, FILTERS);
	const query: IDataObject = {};
	for (const name of filters) {
		const { displayName, type, placeholder, toQuery } = filterOf(name);
		const { value, isSet, error } = entered.field({ name, displayName });
		if (!isSet) continue;
		const sent = toQuery(value);
		if (!sent.ok) throw error(sent.problem, todoFor(type, placeholder));
		query[name] = sent.value;
	}
	return query;
}

function todoFor(type: string, placeholder = 'e.g. 2026-01-31'): string {
	if (type === 'resourceLocator') return PICK_ONE;
	return type === 'boolean'
		? 'Enter true or false'
		: `Enter it as in ${placeholder.replace('e.g. ', '')}`;
}
