import { GONE } from './mask';
import { LONGEST_TEXT, plainBeginning } from './plainText';

/** The longest code or request id that is repeated; a UUID has 36 characters. */
const LONGEST_WORD = 64;

/** Fewer digits in a row name nobody. */
const FEWEST_DIGITS = 6;

/** An address of e-mail, also as it stands in an address of the web or in JSON. */
const EMAIL =
	/(?<![^\s@"'<>()[\],;:])[^\s@"'<>()[\],;:]+(?:@|%(?:25)*40|\\u0040)[^\s@"'<>()[\],;:]+/gi;
const BASE64 = /[A-Za-z0-9+/_-]{16,}={0,2}/g;
/** Digits as people part them: with blanks, dashes (the sign for minus too), dots, colons, brackets, signs such as plus. */
const NUMBER = /\p{Nd}(?:[\s\p{Pd}\u2212.:()/_+·*~]{0,3}\p{Nd}){5,}/gu;

const DAY = String.raw`(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const MINUTE = String.raw`(?:[01]\d|2[0-3]):[0-5]\d`;
const SECOND = String.raw`${MINUTE}:[0-5]\d(?:\.\d{1,9})?`;
const ZONE = String.raw`(?:[+-]${MINUTE})?`;
/** A day, which is what most errors about filters name, or a time, as words of their own. */
const MOMENT = new RegExp(
	String.raw`(?<=^|[\s(])(${DAY}(?:\s(?:${SECOND}|${MINUTE})${ZONE})?|${SECOND}${ZONE})(?=$|[.:)]{0,2}\s|\))`,
);

/** A text of Smile's without e-mail addresses, numbers of six and more digits, and base64. */
export function withoutPersonal(text: string): string {
	return (
		plainBeginning(text)
			.text.replace(EMAIL, GONE)
			.replace(BASE64, (run) => (isBase64(run) ? GONE : run))
			// Split at the moments, which stand at the odd places.
			.replace(NUMBER, (run) =>
				run
					.split(MOMENT)
					.map((part, place) => (place % 2 === 1 ? part : withoutNumber(part)))
					.join(''),
			)
			.slice(0, LONGEST_TEXT)
	);
}

/** A code of Smile's: a short word, or what is left of another text. */
export function cleanCode(code: string): string {
	return withoutPersonal(code).slice(0, LONGEST_WORD);
}

/** A request id of Smile's as it is where it looks like one, or what is left of another text. */
export function cleanRequestId(requestId: string): string {
	return (isRequestId(requestId) ? requestId : withoutPersonal(requestId)).slice(0, LONGEST_WORD);
}

/** Whether a text is a UUID, as Smile's request ids are by its documents. */
export function isUuid(text: string): boolean {
	return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}

/** Letters and digits in one word, in which no number of a person's stands by itself. */
function isRequestId(text: string): boolean {
	if (isUuid(text)) return true;
	const isWord = text.length <= LONGEST_WORD && /^[\w-]+$/.test(text) && /[a-z]/i.test(text);
	return isWord && !/(?<![a-z\d])\d{9}\d*(?![a-z\d])/i.test(text);
}

/** Sixteen random characters have letters of both cases and, but for a few, a digit; words and codes have not. */
function isBase64(run: string): boolean {
	const isMixed = /[a-z]/.test(run) && /[A-Z]/.test(run);
	return run.endsWith('=') || (isMixed && (/[0-9+]/.test(run) || run.length >= 40));
}

function withoutNumber(part: string): string {
	const digits = part.match(/\p{Nd}/gu) ?? [];
	return digits.length < FEWEST_DIGITS ? part : part.replace(/\p{Nd}.*\p{Nd}/su, GONE);
}
