/** What stands in the place of a secret, or of what may be a person's. */
export const GONE = '***';

/** Up to so many characters a secret may be part of any word, and is taken out as a word of its own only. */
const SHORT_SECRET = 3;

export interface Hidden {
	/** Taken out inside of words too, unless they are short. */
	secrets?: readonly string[];
	/** Taken out as whole words. */
	words?: readonly string[];
}

/** A text without these values, as they are, without spaces around them, and as they stand in JSON. */
export function masked(text: string, { secrets = [], words = [] }: Hidden): string {
	const found = [
		...words.flatMap((word) => formsIn(text, word).map((form) => ({ form, isPart: false }))),
		...secrets.flatMap((secret) =>
			formsIn(text, secret).map((form) => ({ form, isPart: form.length > SHORT_SECRET })),
		),
	]
		// A part of a longer value must not leave its rest.
		.sort((one, other) => other.form.length - one.form.length)
		.map(({ form, isPart }) => (isPart ? escaped(form) : asWord(form)));
	return found.length === 0 ? text : text.replace(new RegExp(found.join('|'), 'gu'), GONE);
}

/** The forms of a value that a text has. A long one, such as a file, is not even copied. */
function formsIn(text: string, value: string): string[] {
	const forms = [value, value.trim()].filter(
		(form) => form.trim() !== '' && form.length <= text.length,
	);
	const all = new Set(forms.flatMap((form) => [form, JSON.stringify(form).slice(1, -1)]));
	return [...all].filter((form) => text.includes(form));
}

function asWord(form: string): string {
	return `(?<![\\p{L}\\p{N}_])${escaped(form)}(?![\\p{L}\\p{N}_])`;
}

function escaped(form: string): string {
	return form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
