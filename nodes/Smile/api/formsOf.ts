import { LONGEST_READ, plainly } from './plainText';

/**
 * Up to so many characters a secret may be part of any word, and is taken out as a word of its own only; another value
 * may be a word such as "no" or "in", and is taken out in its own case only.
 */
export const SHORT = 3;

/** A way in which a value may stand in a text. */
export interface Form {
	/** In small letters. */
	form: string;
	/** As it is to be taken out, where that matters. */
	inCase?: string;
	isPart: boolean;
}

/** No text that is read has more than the beginning of a long value, such as a file: the rest is not even copied. */
const LONGEST_VALUE = 4 * LONGEST_READ;

/** The forms of a value that a plain text may have; half of it may be white space that the text does not have. */
export function formsOf(value: string): Form[] {
	const form = value.slice(0, LONGEST_VALUE).trim();
	const inJson = JSON.stringify(form).slice(1, -1);
	const itself = spaced(plainly(form));
	if (itself === '') return [];
	const others = [inJson, inJson.replaceAll('/', '\\/'), ...inAddress(form)];
	const forms = new Set([small(itself), ...others.map((one) => small(spaced(plainly(one))))]);
	const isShort = itself.length <= SHORT;
	return [...forms].map((one) => ({
		form: one,
		isPart: false,
		...(isShort && one === small(itself) && { inCase: itself }),
	}));
}

/** Half a character has no form in an address; an accent may be a character of its own there. */
function inAddress(form: string): string[] {
	try {
		return [form, form.normalize('NFC'), form.normalize('NFD')]
			.map(encodeURIComponent)
			.flatMap((encoded) => [encoded, encoded.replaceAll('%20', '+')]);
	} catch {
		return [];
	}
}

/** Each white space one blank. */
export function spaced(text: string): string {
	return text.replace(/\s+/g, ' ');
}

/** In small letters. One letter alone has a small one of another length. */
export function small(text: string): string {
	return text.replaceAll('İ', 'i').toLowerCase();
}
