import type { IDataObject } from 'n8n-workflow';

import { filledText } from '../../shared/textOf';
import { FILTERS } from '../parameters/filters';
import { pickedIn } from '../parameters/locator';
import { smileResources } from '../smileResources';
import { searching } from './searchList';
import { pickListOf } from './searchRecords';

/**
 * The list of the filter Source ID: accounts and archives in one, as either is a source of records; only those of the
 * user that the filter User ID names, where it names one.
 */
export const searchSources = searching((context) => {
	const query = ofUser(context.getCurrentNodeParameter(`${FILTERS.name}.userId`));
	return [smileResources.account, smileResources.archive].map((resource) => {
		const list = pickListOf(resource);
		return {
			...list,
			query,
			nameOf: (record: IDataObject, id: string, zone: string) =>
				`${resource.name}: ${list.nameOf(record, id, zone)}`,
		};
	});
});

/** The editor leaves an expression as it is where it cannot tell what it gives. */
function ofUser(picked: unknown): IDataObject | undefined {
	const userId = filledText(pickedIn(picked));
	return userId.ok && !userId.value.startsWith('=') ? { userId: userId.value } : undefined;
}
