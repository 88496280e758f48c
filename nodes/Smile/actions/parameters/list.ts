import { filledList } from '../../shared/textList';
import type { Field } from './field';

/**
 * The texts in a field for several, a list or text with commas; empty where it was not added. Throws for one that
 * was added and holds nothing: without it, what it was to narrow down would be everything.
 */
export function readTexts(field: Field, most = Number.POSITIVE_INFINITY): string[] {
	if (!field.isSet) return [];
	const texts = filledList(field.value);
	const todo = 'Enter at least one, with commas between several';
	if (!texts.ok) throw field.error(texts.problem, todo);
	if (texts.value.length > most) {
		throw field.error(`holds ${texts.value.length} entries`, `Enter at most ${most}`);
	}
	return texts.value;
}
