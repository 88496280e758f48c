/** What stands in the place of a secret, or of what may be a person's. */
export const GONE = '***';

/** Up to so many characters a secret may be part of any word, and is taken out as a word of its own only. */
const SHORT_SECRET = 3;

export interface Hidden {
	/** Taken out inside of words too, unless they are short. */
	secrets: readonly string[];
	/** Taken out as whole words. */
	words: readonly string[];
}

interface Form {
	form: string;
	isPart: boolean;
}

/** A text without these values, as they are, without spaces around them, and as they stand in JSON and in addresses. */
export function masked(text: string, { secrets, words }: Hidden): string {
	return [
		...words.flatMap((word) => formsIn(text, word).map((form) => ({ form, isPart: false }))),
		...secrets.flatMap((secret) =>
			formsIn(text, secret).map((form) => ({ form, isPart: form.length > SHORT_SECRET })),
		),
	]
		.sort(longerFirst)
		.reduce(without, text);
}

/** A part of a longer value must not leave its rest. */
function longerFirst(one: Form, other: Form): number {
	return other.form.length - one.form.length;
}

/** The forms of a value that a text has. A long one, such as a file, is not even copied. */
function formsIn(text: string, value: string): string[] {
	const plain = [value, value.trim()].filter(
		(form) => form.trim() !== '' && form.length <= text.length,
	);
	const all = plain.flatMap((form) => {
		const inJson = JSON.stringify(form).slice(1, -1);
		return [form, inJson, inJson.replaceAll('/', '\\/'), ...inAddress(form)];
	});
	return [...new Set(all)].filter((form) => text.includes(form));
}

/** Half a character has no form in an address. */
function inAddress(form: string): string[] {
	try {
		return [encodeURIComponent(form)];
	} catch {
		return [];
	}
}

/** No regular expression: a value may be as long as a file. */
function without(text: string, { form, isPart }: Form): string {
	const kept: string[] = [];
	let from = 0;
	for (let at = text.indexOf(form); at >= 0; ) {
		const end = at + form.length;
		const isGone = isPart || isWord(text, at, end);
		if (isGone) {
			kept.push(text.slice(from, at));
			from = end;
		}
		at = text.indexOf(form, isGone ? end : at + 1);
	}
	return [...kept, text.slice(from)].join(GONE);
}

/** Whether neither a letter nor a digit is beside it; a character can take two places. */
function isWord(text: string, at: number, end: number): boolean {
	const before = text.slice(Math.max(0, at - 2), at);
	return !/[\p{L}\p{N}_]$/u.test(before) && !/^[\p{L}\p{N}_]/u.test(text.slice(end, end + 2));
}
