import { readPages } from '../../api/read';
import type { Operation } from '../operation';
import { filtersProperties } from '../parameters/filters';
import { limitProperties, readLimit } from '../parameters/limit';
import { readFilters } from '../parameters/query';
import type { Verb } from '../resource';
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
		properties: [
			...limitProperties,
			...simplifyProperties(resource),
			...filtersProperties(resource),
		],
		async *run(context, itemIndex, orThrow, smile) {
			const limit = readLimit(context, itemIndex);
			const query = readFilters(context, itemIndex, resource);
			const form = formOf(context, itemIndex, resource);

			for await (const page of readPages(smile, path, query, { limit })) {
				yield orThrow(page, `read the ${plural}`).map(form);
			}
		},
	};
};
