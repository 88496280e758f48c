import fc from 'fast-check';

import { parseEvent } from '../../../nodes/Smile/delivery/parseEvent';
import { verifySignature } from '../../../nodes/Smile/delivery/verifySignature';
import vectors from '../../fixtures/vectors.json';

const vectorNamed = (name: string) => {
	const vector = vectors.find((one) => one.name === name);
	if (!vector) throw new Error(`No vector is named ${name}`);
	return { ...vector, raw: Buffer.from(vector.body, 'utf8') };
};

describe('a signature', () => {
	it.each(vectors)('is accepted for the vector: $name', ({ body, bytes, secret, signature }) => {
		const raw = Buffer.from(body, 'utf8');

		const verdict = verifySignature(raw, signature, [secret]);

		expect(raw).toHaveLength(bytes);
		expect(verdict).toEqual({ ok: true });
	});

	it.each(vectors)('of the vector "$name" fits no other vector', ({ name, signature }) => {
		for (const other of vectors.filter((one) => one.name !== name)) {
			const verdict = verifySignature(Buffer.from(other.body, 'utf8'), signature, [other.secret]);

			expect(verdict).toEqual({ ok: false, reason: 'signature does not match' });
		}
	});

	it('is checked over the bytes as sent, not over JSON written anew', () => {
		const { body, secret, signature } = vectorNamed('amount written 1375.0');
		const rewritten = Buffer.from(JSON.stringify(JSON.parse(body)), 'utf8');

		const verdict = verifySignature(rewritten, signature, [secret]);

		expect(verdict).toEqual({ ok: false, reason: 'signature does not match' });
	});

	it('is accepted under any of the secrets in use', () => {
		const { raw, secret, signature } = vectorNamed('plain ASCII');

		expect(verifySignature(raw, signature, ['the new one', secret]).ok).toBe(true);
		expect(verifySignature(raw, signature, [secret, 'the old one']).ok).toBe(true);
		expect(verifySignature(raw, signature, ['the new one', 'the old one']).ok).toBe(false);
	});

	it('is never accepted without a secret', () => {
		const { raw, signature } = vectorNamed('plain ASCII');

		expect(verifySignature(raw, signature, [])).toEqual({
			ok: false,
			reason: 'no secret in the credential',
		});
	});

	it('is refused when there is no header', () => {
		const { raw, secret } = vectorNamed('plain ASCII');

		expect(verifySignature(raw, undefined, [secret])).toEqual({
			ok: false,
			reason: 'no signature header',
		});
	});

	const { raw, secret, signature } = vectorNamed('plain ASCII');
	it.each([
		['empty', ''],
		['in upper case', signature.toUpperCase()],
		['one digit short', signature.slice(1)],
		['one digit long', `${signature}0`],
		['of the right length but no hex', 'g'.repeat(128)],
		['with an algorithm before it', `sha512=${signature}`],
		['sent twice and joined by HTTP', `${signature}, ${signature}`],
		['followed by a line break', `${signature}\n`],
		['given as two values', [signature, signature]],
		['given as a list of one', [signature]],
	])('is refused as malformed when it is %s', (_name, header) => {
		expect(verifySignature(raw, header, [secret])).toEqual({
			ok: false,
			reason: 'malformed signature header',
		});
	});

	it('is refused after any change of the body', () => {
		fc.assert(
			fc.property(fc.nat(raw.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
				const changed = Buffer.from(raw);
				changed[at] ^= flip;
				expect(verifySignature(changed, signature, [secret]).ok).toBe(false);
			}),
		);
		fc.assert(
			fc.property(fc.nat(raw.length - 1), (length) => {
				expect(verifySignature(raw.subarray(0, length), signature, [secret]).ok).toBe(false);
			}),
		);
		fc.assert(
			fc.property(fc.nat(raw.length), fc.uint8Array({ minLength: 1 }), (at, more) => {
				const longer = Buffer.concat([raw.subarray(0, at), more, raw.subarray(at)]);
				expect(verifySignature(longer, signature, [secret]).ok).toBe(false);
			}),
		);
	});

	it('is refused after any change of the header or the secret', () => {
		fc.assert(
			fc.property(fc.nat(127), fc.constantFrom(...'0123456789abcdefABCDEF xX'), (at, digit) => {
				fc.pre(signature[at] !== digit);
				const changed = signature.slice(0, at) + digit + signature.slice(at + 1);
				expect(verifySignature(raw, changed, [secret]).ok).toBe(false);
			}),
		);
		fc.assert(
			fc.property(fc.string({ minLength: 1, maxLength: 64 }), (other) => {
				fc.pre(other !== secret);
				expect(verifySignature(raw, signature, [other]).ok).toBe(false);
			}),
		);
	});
});

describe('parsing', () => {
	it('never throws, whatever the bytes', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
				const event = parseEvent(Buffer.from(bytes));
				expect(event === undefined || typeof event.id === 'string').toBe(true);
			}),
		);
		fc.assert(
			fc.property(fc.json(), (text) => {
				const event = parseEvent(Buffer.from(text));
				expect(event === undefined || typeof event.id === 'string').toBe(true);
			}),
		);
	});
});
