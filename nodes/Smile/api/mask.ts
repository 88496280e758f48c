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

/** Takes the place of what is hidden until the text is put together; no text has it. */
const FILL = '\uffff';

/**
 * A text without these values: in any case, with any white space between their words, and as they stand in JSON and in
 * addresses.
 */
export function masked(text: string, { secrets, words }: Hidden): string {
	const whole = foldedIn(text);
	const hidden = [
		...words.flatMap((word) => formsIn(whole.text, word).map((form) => ({ form, isPart: false }))),
		...secrets.flatMap((secret) =>
			formsIn(whole.text, secret).map((form) => ({ form, isPart: form.length > SHORT_SECRET })),
		),
	]
		.sort(longerFirst)
		.reduce(without, whole.text);
	return shown(text, hidden, whole.at);
}

/** A part of a longer value must not leave its rest. */
function longerFirst(one: Form, other: Form): number {
	return other.form.length - one.form.length;
}

interface Folded {
	text: string;
	/** Where each of its characters stands in the text that was folded, and where that ends. */
	at: number[];
}

function foldedIn(text: string): Folded {
	const runs: string[] = [];
	const at: number[] = [];
	for (const { 0: run, index } of text.matchAll(/\s+|\S+/g)) {
		const short = folded(run);
		runs.push(short);
		for (let place = 0; place < short.length; place += 1) at.push(index + place);
	}
	return { text: runs.join(''), at: [...at, text.length] };
}

/** In small letters, each white space one blank. One letter alone has a small one of another length. */
function folded(text: string): string {
	return text.replaceAll('İ', 'i').toLowerCase().replace(/\s+/g, ' ');
}

/**
 * The forms of a value that a folded text has. A long one, such as a file, is not even copied; half of a value may be
 * white space that the text does not have.
 */
function formsIn(text: string, value: string): string[] {
	if (value.length > 2 * text.length) return [];
	const form = value.trim();
	if (form === '') return [];
	const inJson = JSON.stringify(form).slice(1, -1);
	const all = [form, inJson, inJson.replaceAll('/', '\\/'), ...inAddress(form)].map(folded);
	return [...new Set(all)].filter((one) => text.includes(one));
}

/** Half a character has no form in an address. */
function inAddress(form: string): string[] {
	try {
		const encoded = encodeURIComponent(form);
		return [encoded, encoded.replaceAll('%20', '+')];
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
			kept.push(text.slice(from, at), FILL.repeat(form.length));
			from = end;
		}
		at = text.indexOf(form, isGone ? end : at + 1);
	}
	return [...kept, text.slice(from)].join('');
}

/** The text as it was, but for what was hidden in its folded form. */
function shown(text: string, hidden: string, at: readonly number[]): string {
	const kept: string[] = [];
	let from = 0;
	for (const { 0: run, index } of hidden.matchAll(new RegExp(`${FILL}+`, 'g'))) {
		kept.push(text.slice(from, at[index]), GONE);
		from = at[index + run.length];
	}
	return [...kept, text.slice(from)].join('');
}

/** Whether neither a letter nor a digit is beside it; a character can take two places. */
function isWord(text: string, at: number, end: number): boolean {
	const before = text.slice(Math.max(0, at - 2), at);
	return !/[\p{L}\p{N}_]$/u.test(before) && !/^[\p{L}\p{N}_]/u.test(text.slice(end, end + 2));
}
