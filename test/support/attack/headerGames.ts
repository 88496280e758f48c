import { createHmac } from 'node:crypto';
import type { CallHeaders } from '../keepAliveClient';
import type { Forge, Loot } from './forgery';
import { headersWith } from './genuine';

const contentTypes = [
	'text/plain',
	'application/octet-stream',
	'application/x-www-form-urlencoded',
	'application/vnd.smile+json',
	'text/xml',
	'application/json; charset=utf-16',
	'application/json; charset=none-such',
	';',
];

/** Requests whose headers are the attack; the signature is missing, misplaced, malformed or another's. */
export const headerGames: Record<string, Forge> = {
	'no signature': headers(() => headersWith()),
	'an empty signature': headers(() => headersWith('')),
	'a signature cut short': headers(({ genuine: { signature }, dice }) =>
		headersWith(signature.slice(0, dice.below(signature.length))),
	),
	'a signature continued': headers(({ genuine: { signature }, dice }) =>
		headersWith(signature + dice.bytes(1 + dice.below(64)).toString('hex')),
	),
	'another algorithm': headers(({ genuine: { body }, secret, dice }) =>
		headersWith(
			createHmac(dice.pick(['sha256', 'sha1', 'md5']), secret)
				.update(body)
				.digest('hex'),
		),
	),
	'the signature in other clothes': headers(({ earlier: { signature }, dice }) =>
		headersWith(
			dice.pick([
				`sha512=${signature}`,
				`0x${signature}`,
				Buffer.from(signature, 'hex').toString('base64'),
				signature.replace(/../g, '%$&'),
				signature.replaceAll('a', 'ä'),
				`"${signature}"`,
			]),
		),
	),
	'two signatures': headers(({ earlier: { signature }, dice }) =>
		headersWith([signature, dice.bytes(64).toString('hex')]),
	),
	'the signature under another name': headers(({ genuine: { signature }, dice }) => ({
		...headersWith(),
		[dice.pick(['x-smile-signature', 'x-hub-signature-512', 'signature', 'authorization'])]:
			signature,
	})),
	'a content type that others read otherwise': headers(({ earlier, dice }) => ({
		...headersWith(earlier.signature),
		'content-type': dice.pick(contentTypes),
	})),
	'a body that is not compressed as it says': headers(({ genuine, dice }) => ({
		...headersWith(genuine.signature.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))),
		'content-encoding': dice.pick(['gzip', 'deflate', 'br', 'none-such']),
	})),
	'a forged address': headers(({ earlier: { signature } }) => ({
		...headersWith(signature),
		'x-forwarded-for': '18.142.61.230',
		'x-real-ip': '18.142.61.230',
		'x-http-method-override': 'GET',
	})),
	'a huge signature': headers(({ dice }) => headersWith('a'.repeat(2_000 + dice.below(9_000)))),
	'more headers than fit': headers(({ dice }) => ({
		...headersWith('f'.repeat(128)),
		...Object.fromEntries(
			Array.from({ length: 20 + dice.below(60) }, (_, index) => [`x-${index}`, 'y'.repeat(400)]),
		),
	})),
};

function headers(play: (loot: Loot) => CallHeaders): Forge {
	return (loot) => ({ body: loot.genuine.body, headers: play(loot) });
}
