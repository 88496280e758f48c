import type { Read } from './read';
import { trimmed } from './textOf';

/** What people write between the digits of one number. Anything else, such as a slash, may begin a second one. */
const BETWEEN = /[\s().-]/g;
/** E.164: at most 15 digits, the first of them part of a country code, which never begins with zero. */
const NUMBER = /^[1-9]\d{6,14}$/;
/**
 * The zero that is dialled only within a country: in brackets, or behind the codes of Mexico, Colombia, Indonesia,
 * Philippines, Thailand and India, whose numbers never begin with one. Italy's do.
 */
const ZERO_IN_BRACKETS = /\(\s*0\s*\)/;
const ZERO_BEHIND_CODE = /^(52|57|62|63|66|91)0/;
/** The MD5 digest of a number, which some products take in its place. */
const DIGEST = /^[0-9a-f]{32}$/i;

/**
 * The digits of a phone number as people write it, without its plus; a digest as it is. What might make the number of
 * somebody else is a problem, which does not repeat it.
 */
export function plainPhone(text: string): Read<string> {
	const typed = trimmed(text);
	if (isDigest(typed)) return { ok: true, value: typed };
	const digits = typed.replace(/^\+/, '').replace(BETWEEN, '');
	if (!NUMBER.test(digits)) {
		return { ok: false, problem: 'holds no phone number with its country code' };
	}
	if (ZERO_IN_BRACKETS.test(typed) || ZERO_BEHIND_CODE.test(digits)) {
		return { ok: false, problem: 'holds a zero that is dialled only within the country' };
	}
	return { ok: true, value: digits };
}

export function isDigest(text: string): boolean {
	return DIGEST.test(text);
}
