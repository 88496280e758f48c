/** E.164: at most 15 digits, the first of them part of a country code, which never begins with zero. */
const NUMBER = /^[1-9]\d{6,14}$/;
/** The MD5 digest of a number, which some products take in its place. */
const DIGEST = /^[0-9a-f]{32}$/i;

/** The digits of a phone number as people write it, without its plus; a digest as it is. Undefined for all else. */
export function plainPhone(text: string): string | undefined {
	if (isDigest(text)) return text;
	const digits = text
		.trim()
		.replace(/^\+/, '')
		.replace(/[\s().\-/]/g, '');
	return NUMBER.test(digits) ? digits : undefined;
}

export function isDigest(text: string): boolean {
	return DIGEST.test(text);
}
