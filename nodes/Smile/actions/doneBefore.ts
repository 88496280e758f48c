import type { INodeExecutionData } from 'n8n-workflow';

/** IDs named one by one; of more, the first and the number say enough, as items are worked on in order. */
const MOST_NAMED = 100;

/** A sentence that names what was done for the items before one that failed; empty where nothing was. */
export function doneBefore(results: readonly INodeExecutionData[]): string {
	if (results.length === 0) return '';
	const names = results.map(({ json }, place) => String(json.id ?? `result ${place + 1}`));
	const rest = names.length - MOST_NAMED;
	const named = names.slice(0, MOST_NAMED).join(', ');
	return `Done before this: ${named}${rest > 0 ? ` and ${rest} more` : ''}. Take those items out before you run it again.`;
}
