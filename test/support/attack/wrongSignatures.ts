import { createHash, createHmac } from 'node:crypto';
import { signatureOf } from '../smile/signature';
import type { Forge, Loot } from './forgery';
import { headersWith } from './genuine';

/** Whole bodies with signatures of the right look that are not theirs. */
export const wrongSignatures: Record<string, Forge> = {
	'a digit of the signature changed': signed(({ genuine: { signature }, dice }) => {
		const at = dice.below(signature.length);
		const digit = (Number.parseInt(signature[at], 16) + 1 + dice.below(15)) % 16;
		return signature.slice(0, at) + digit.toString(16) + signature.slice(at + 1);
	}),
	'the signature of another event': signed(({ earlier }) => earlier.signature),
	'a random signature': signed(({ dice }) => dice.bytes(64).toString('hex')),
	'a signature of zeros': signed(() => '0'.repeat(128)),
	'a secret that comes near': signed(({ genuine: { body }, secret, dice }) =>
		signatureOf(body, dice.pick(nearlyTheSecret(secret))),
	),
	'a secret that programs write by mistake': signed(({ genuine: { body }, dice }) =>
		signatureOf(body, dice.pick(['', 'undefined', 'null', '[object Object]', 'secret', '0'])),
	),
	'the digest without a secret': signed(({ genuine: { body } }) =>
		createHash('sha512').update(body).digest('hex'),
	),
	'the secret put before the body': signed(({ genuine: { body }, secret }) =>
		createHash('sha512').update(secret).update(body).digest('hex'),
	),
	'SHA3 instead of SHA-2': signed(({ genuine: { body }, secret }) =>
		createHmac('sha3-512', secret).update(body).digest('hex'),
	),
	'the bytes in another order': signed(({ genuine: { signature } }) =>
		Buffer.from(signature, 'hex').reverse().toString('hex'),
	),
};

function nearlyTheSecret(secret: string): string[] {
	return [
		secret.toUpperCase(),
		secret.slice(1),
		secret.slice(0, -1),
		`${secret} `,
		`${secret}\n`,
		secret + secret,
		Buffer.from(secret).toString('base64'),
		Buffer.from(secret).toString('hex'),
	];
}

function signed(forge: (loot: Loot) => string): Forge {
	return (loot) => ({ body: loot.genuine.body, headers: headersWith(forge(loot)) });
}
