import type { Read } from './read';
import { trimmed } from './textOf';

/** The plus before the country code, which Smile itself puts into brackets with it. */
const PLUS = /^\(?\s*\+/;
/**
 * What people write between the digits of one number, with every dash and the sign for minus. Anything else, such as a
 * slash, may begin a second one.
 */
const BETWEEN = /[\s().\p{Pd}\u2212]/gu;
/** E.164: at most 15 digits, the first of them part of a country code, which never begins with zero. */
const NUMBER = /^[1-9]\d{6,14}$/;
/** The zero that is dialled only within a country, as many write it. */
const ZERO_IN_BRACKETS = /\(\s*0\s*\)/;
/**
 * The codes of countries whose numbers never begin with a zero but within the country. Others have such numbers, as
 * Italy (39), San Marino (378), Ivory Coast (225), Gabon (241), Norway (47), Tajikistan (992), or are not known not to.
 */
const CODES_BEFORE_NO_ZERO = [
	...['51', '52', '54', '55', '56', '57', '58'],
	...['20', '27', '212', '213', '216', '218', '233', '234', '249', '251', '254', '255', '256'],
	...['258', '260', '263'],
	...['31', '32', '33', '34', '36', '40', '41', '43', '44', '45', '46', '48', '49', '353', '358'],
	...['370', '380', '420', '421'],
	...['60', '61', '62', '63', '64', '65', '66', '81', '82', '84', '86', '90', '91', '92', '93'],
	...['94', '95', '98', '852', '855', '856', '880', '886', '961', '962', '963', '964', '965'],
	...['966', '967', '968', '971', '972', '973', '977', '993', '994', '995', '996', '998'],
];
const ZERO_BEHIND_CODE = new RegExp(`^(?:${CODES_BEFORE_NO_ZERO.join('|')})0`);
/** The MD5 digest of a number, which some products take in its place. */
const DIGEST = /^[0-9a-f]{32}$/i;

/**
 * The digits of a phone number as people write it, without its plus; a digest as it is. What might make the number of
 * somebody else is a problem, which does not repeat it.
 */
export function plainPhone(text: string): Read<string> {
	const typed = trimmed(text);
	if (isDigest(typed)) return { ok: true, value: typed };
	const digits = typed.replace(PLUS, '').replace(BETWEEN, '');
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
