import { createHmac } from 'node:crypto';
import { hiding } from '../../probe/hide';
import { signedAs } from '../../probe/signedAs';
import { timeoutSeen } from '../../probe/timeoutSeen';
import vectors from '../../fixtures/vectors.json';

const late = (afterMs: number, again: number, hungUpAfterMs?: number) => ({
	afterMs,
	arrived: true,
	again,
	hungUpAfterMs,
});

describe('late answers', () => {
	it.each([
		[
			'none arrived',
			[{ ...late(5_000, 0), arrived: false }],
			'No delivery arrived whose answer could be late',
		],
		['all are in time', [late(5_000, 0), late(10_000, 0)], 'An answer after 10 s is in time'],
		[
			'the later ones come again',
			[late(5_000, 0), late(10_000, 2), late(20_000, 2)],
			'An answer after 5 s is in time, after 10 s is too late and the delivery is repeated',
		],
		[
			'the caller hangs up for good',
			[late(5_000, 0), late(10_000, 0, 8_200), late(20_000, 0, 8_100)],
			'An answer after 5 s is in time, after 10 s is too late and the delivery is not repeated; the caller hung up after 8.1 s',
		],
		[
			'all are late',
			[late(5_000, 1)],
			'An answer after 5 s is too late and the delivery is repeated',
		],
	])('are told when %s', (_how, answers, told) => {
		expect(timeoutSeen(answers)).toBe(told);
	});
});

describe('a signature', () => {
	const [ascii, utf8] = vectors;
	const delivery = (headers: Record<string, string>, body = ascii.body) => ({
		headers,
		body: Buffer.from(body),
	});

	it.each(vectors)('is told for the vector: $name', ({ body, secret, signature }) => {
		const told = signedAs(delivery({ host: 'x', 'smile-signature': signature }, body), secret);

		expect(told).toBe('smile-signature: HMAC-SHA512 over the raw bytes, lower-case hex');
	});

	it.each([
		['upper-case hex', ascii.signature.toUpperCase()],
		['base64', Buffer.from(ascii.signature, 'hex').toString('base64')],
		['hex with a prefix', `sha512=${ascii.signature}`],
	])('is told as %s', (form, value) => {
		expect(signedAs(delivery({ 'x-other': value }), ascii.secret)).toBe(
			`x-other: HMAC-SHA512 over the raw bytes, ${form}`,
		);
	});

	it('is told where not the bytes but their JSON is signed', () => {
		const spread = JSON.stringify(JSON.parse(ascii.body), undefined, 1);

		expect(signedAs(delivery({ 'smile-signature': ascii.signature }, spread), ascii.secret)).toBe(
			'smile-signature: HMAC-SHA512 over the JSON, written anew, lower-case hex',
		);
	});

	it.each([
		['Latin-1', 'key in Latin-1', 'latin1'],
		['UTF-16', 'key in UTF-16', 'utf16le'],
	] as const)('is told with a secret in %s', (_name, told, encoding) => {
		const secret = 'dummy ñ';
		const key = Buffer.from(secret, encoding);
		const value = createHmac('sha512', key).update(ascii.body).digest('hex');

		expect(signedAs(delivery({ 'smile-signature': value }), secret)).toBe(
			`smile-signature: HMAC-SHA512 over the raw bytes, lower-case hex, ${told}`,
		);
	});

	it('is not told for another body', () => {
		const headers = { 'smile-signature': ascii.signature, 'x-b-signature': 'abc', host: 'x' };

		expect(signedAs(delivery(headers, utf8.body), ascii.secret)).toBe(
			'No known signature; headers that sound like one: smile-signature, x-b-signature',
		);
	});
});

describe('what is hidden', () => {
	const hide = hiding(['dummy-key', 'dummy-key-and-more', undefined, '', 'dummy secret/']);

	it.each([
		['key dummy-key, twice dummy-key', 'key ***, twice ***'],
		['dummy-key-and-more', '***'],
		['?s=dummy%20secret%2F', '?s=***'],
		['wrote to somebody@example.test today', 'wrote to *** today'],
		['404 MISSING_RESOURCE after 15728640 bytes', '404 MISSING_RESOURCE after 15728640 bytes'],
	])('leaves of "%s" the rest', (text, left) => {
		expect(hide(text)).toBe(left);
	});
});
