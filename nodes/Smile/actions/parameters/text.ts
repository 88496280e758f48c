import { isBlank, textOf } from '../../shared/textOf';
import type { Field } from './field';

export interface TextRules {
	/** Characters, 1 unless said otherwise. */
	least?: number;
	most: number;
	/** Letters, digits and signs without accents only. */
	isAscii?: boolean;
}

/** A text exactly as given, with its spaces; empty where there is none. Throws for an object or a list. */
export function readExactText(field: Field): string {
	const text = textOf(field.value);
	if (!text.ok) throw field.error(text.problem, 'Enter a text');
	return text.value;
}

/** A text without spaces around it; empty where there is none. Throws for an object or a list. */
export function readText(field: Field): string {
	const text = readExactText(field);
	return isBlank(text) ? '' : text.trim();
}

/** A text that must be there, without spaces around it. Throws for one that breaks a rule. */
export function readRequiredText(field: Field, rules: TextRules): string {
	const text = readText(field);
	checkText(field, text, rules);
	return text;
}

/** Throws where a text that was read from a field, or stands for its value, breaks a rule. */
export function checkText(
	field: Field,
	text: string,
	{ least = 1, most, isAscii }: TextRules,
): void {
	// Smile counts code points, as JSON Schema does.
	const length = isBlank(text) ? 0 : [...text].length;
	const todo = `Enter ${least === most ? '' : `${least} to `}${most} characters`;
	if (length === 0 && least > 0) throw field.error('holds nothing', todo);
	if (length < least || length > most) {
		throw field.error(`holds ${length} character${length === 1 ? '' : 's'}`, todo);
	}
	if (isAscii && !/^[ -~]*$/.test(text)) {
		throw field.error(
			'holds a character that Smile does not take',
			'Enter letters, digits and signs without accents',
		);
	}
}
