import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { filledText } from '../shared/textOf';

/** IDs named one by one; of more, the first and the number say enough, as items are worked on in order. */
const MOST_NAMED = 100;

/** Where a result may say what it is of, the most telling first: a link token has the id of its user only. */
const ID_FIELDS = ['id', 'archiveId', 'accountId', 'userId'] as const;

/** A sentence that names what was done for the items before one that failed; empty where nothing was. */
export function doneBefore(results: readonly INodeExecutionData[]): string {
	if (results.length === 0) return '';
	const names = results.map(({ json }, place) => idOf(json) ?? `result ${place + 1}`);
	const rest = names.length - MOST_NAMED;
	const named = names.slice(0, MOST_NAMED).join(', ');
	return `Done before this: ${named}${rest > 0 ? ` and ${rest} more` : ''}. Take those items out before you run it again.`;
}

function idOf(json: IDataObject): string | undefined {
	const ids = ID_FIELDS.map((name) => filledText(json[name]));
	return ids.find((id) => id.ok)?.value;
}
