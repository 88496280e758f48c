import { type UnknownSmileEvent, isKnownType } from './event';
import { eventSchema } from './schema';

/**
 * Where a known event differs from what Smile documents, for a line in the log: paths such as
 * `data.payload.incomes.items[].grossAmount`, never values. Unknown types and fields are no problem.
 */
export function problemsOf(event: UnknownSmileEvent): string[] {
	if (!isKnownType(event.type)) return [];
	const issues = eventSchema(event.type).safeParse(event, { jitless: true }).error?.issues ?? [];
	return [...new Set(issues.map(({ path }) => pathText(path)))];
}

/** One path for all items of a list: 300 incomes with the same flaw are one line in the log. */
function pathText(path: PropertyKey[]): string {
	return path
		.map((step) => (typeof step === 'number' ? '[]' : `.${String(step)}`))
		.join('')
		.slice(1);
}
