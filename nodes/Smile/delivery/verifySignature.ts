import { createHmac, timingSafeEqual } from 'node:crypto';

export type SignatureVerdict = { ok: true } | Refusal;

interface Refusal {
	ok: false;
	reason:
		| 'no secret in the credential'
		| 'no signature header'
		| 'malformed signature header'
		| 'signature does not match';
}

/** SHA-512 in lower-case hex. Two headers arrive joined by a comma and so do not fit either. */
const SIGNATURE_FORM = /^[0-9a-f]{128}$/;

/**
 * Whether the `Smile-Signature` header is the HMAC-SHA512 of exactly these bytes under one of the secrets
 * (keyed with the secret's UTF-8 bytes, as Smile's documentation of event notifications describes).
 * The comparison takes the same time wherever a wrong signature first differs.
 */
export function verifySignature(
	body: Buffer,
	header: string | string[] | undefined,
	secrets: readonly string[],
): SignatureVerdict {
	if (secrets.length === 0) return { ok: false, reason: 'no secret in the credential' };
	const claimed = claimedSignature(header);
	if (!claimed.ok) return claimed;
	const matches = secrets.some((secret) =>
		timingSafeEqual(createHmac('sha512', secret).update(body).digest(), claimed.bytes),
	);
	return matches ? { ok: true } : { ok: false, reason: 'signature does not match' };
}

/** The signature in a header, or why there is none: then no secret would make the delivery genuine. */
export function claimedSignature(
	header: string | string[] | undefined,
): { ok: true; bytes: Buffer } | Refusal {
	if (header === undefined) return { ok: false, reason: 'no signature header' };
	if (typeof header !== 'string' || !SIGNATURE_FORM.test(header)) {
		return { ok: false, reason: 'malformed signature header' };
	}
	return { ok: true, bytes: Buffer.from(header, 'hex') };
}
