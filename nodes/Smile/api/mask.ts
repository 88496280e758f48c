import { formsOf, SHORT, small, spaced, type Form } from './formsOf';
import { plainBeginning } from './plainText';

/** What stands in the place of a secret, or of what may be a person's. */
export const GONE = '***';

export interface Hidden {
	/** Taken out inside of words too, unless they are short. */
	secrets: readonly string[];
	/** Taken out as whole words. */
	words: readonly string[];
}

/** Takes the place of what is hidden until the text is put together; no text has it. */
const FILL = '\uffff';

/**
 * The plain beginning of a text without these values: in any case, with any white space between their words, and as
 * they stand in JSON and in addresses.
 */
export function masked(said: string, { secrets, words }: Hidden): string {
	const { text, isCut } = plainBeginning(said);
	const whole = foldedIn(text);
	const forms = [
		...words.flatMap((word) => formsOf(word)),
		...secrets.flatMap((secret) =>
			formsOf(secret).map(({ form }) => ({ form, isPart: form.length > SHORT })),
		),
	];
	const hidden = forms
		.filter(({ form }) => whole.text.includes(form))
		.sort(longerFirst)
		.reduce((rest, form) => without(rest, whole.inCase, form), whole.text);
	const end = forms.reduce(
		(first, form) => (isCut ? Math.min(first, begunAt(whole.text, form)) : first),
		hidden.length,
	);
	return shown(text, hidden.slice(0, end) + FILL.repeat(hidden.length - end), whole.at);
}

/** A part of a longer value must not leave its rest. */
function longerFirst(one: Form, other: Form): number {
	return other.form.length - one.form.length;
}

interface Folded {
	/** In small letters. */
	text: string;
	/** The same characters in their own case. */
	inCase: string;
	/** Where each of them stands in the text that was folded, and where that ends. */
	at: number[];
}

function foldedIn(text: string): Folded {
	const runs: string[] = [];
	const at: number[] = [];
	for (const { 0: run, index } of text.matchAll(/\s+|\S+/g)) {
		const short = spaced(run);
		runs.push(short);
		for (let place = 0; place < short.length; place += 1) at.push(index + place);
	}
	const inCase = runs.join('');
	return { text: small(inCase), inCase, at: [...at, text.length] };
}

/** No regular expression: a value may hold any sign. */
function without(text: string, ofText: string, { form, inCase, isPart }: Form): string {
	const kept: string[] = [];
	let from = 0;
	for (let at = text.indexOf(form); at >= 0; ) {
		const end = at + form.length;
		const isInCase = inCase === undefined || ofText.startsWith(inCase, at);
		const isGone = isInCase && (isPart || isWord(text, at, end));
		if (isGone) {
			kept.push(text.slice(from, at), FILL.repeat(form.length));
			from = end;
		}
		at = text.indexOf(form, isGone ? end : at + 1);
	}
	return [...kept, text.slice(from)].join('');
}

/** Where a text ends with the beginning of a value that is cut through, or the end of the text. */
function begunAt(text: string, { form, isPart }: Form): number {
	const from = Math.max(0, text.length - form.length);
	for (let at = text.indexOf(form[0], from); at >= 0; at = text.indexOf(form[0], at + 1)) {
		const isBegun = form.startsWith(text.slice(at));
		if (isBegun && (isPart || !isInWord(text, at))) return at;
	}
	return text.length;
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
	return !isInWord(text, at) && !/^[\p{L}\p{N}_]/u.test(text.slice(end, end + 2));
}

function isInWord(text: string, at: number): boolean {
	return /[\p{L}\p{N}_]$/u.test(text.slice(Math.max(0, at - 2), at));
}
