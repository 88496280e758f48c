import type { IDataObject } from 'n8n-workflow';

import { dayToLookFrom, type Look } from '../../api/findMade';
import { holds } from '../../shared/holds';
import type { SmileResource } from '../resource';

/**
 * Where a query whose answer was lost is looked for: in the list at `path`, narrowed down by those filters of `lookBy`
 * that the body has a value for. Smile repeats in a record what it was asked.
 */
export function lostInquiry(
	path: string,
	{ filters, datedBy, unwrapped }: SmileResource,
	lookBy: readonly string[],
	body: IDataObject,
): Look {
	const known = lookBy.filter((name) => body[name] !== undefined);
	const isDated = filters.includes('startDate') && datedBy === 'creation date';
	return {
		path,
		query: {
			...Object.fromEntries(known.map((name) => [name, body[name]])),
			...(isDated ? { startDate: dayToLookFrom() } : {}),
		},
		unwrapped,
		isEqual: (record) => holds(record.requestMeta, body),
	};
}
