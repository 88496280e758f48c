import { createHmac } from 'node:crypto';

/** Header that carries the signature of a delivery. */
export const signatureHeader = 'Smile-Signature';

/** HMAC-SHA512 over the exact bytes of a body, in lower-case hex, as Smile signs it. */
export function signatureOf(body: Buffer, secret: string): string {
	return createHmac('sha512', secret).update(body).digest('hex');
}
