import type { Forge, Forgery, Loot } from './forgery';
import { headersWith } from './genuine';

/** Genuine signatures over bodies that are no longer what was signed. */
export const alteredBodies: Record<string, Forge> = {
	'a byte of the body flipped': altered(({ genuine: { body }, dice }) => {
		const changed = Buffer.from(body);
		changed[dice.below(changed.length)] ^= 1 + dice.below(255);
		return changed;
	}),
	'a digit of the event changed': altered(({ genuine: { body, id } }) => {
		const other = `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`;
		return Buffer.from(body.toString().replace(id, other));
	}),
	'the body cut short': altered(({ genuine: { body }, dice }) =>
		body.subarray(0, dice.below(body.length)),
	),
	'bytes after the body': altered(({ genuine: { body }, dice }) =>
		Buffer.concat([body, dice.pick([Buffer.from('\n'), Buffer.from(' '), dice.bytes(4)])]),
	),
	'a byte order mark before the body': altered(({ genuine: { body } }) =>
		Buffer.concat([Buffer.from('\uFEFF'), body]),
	),
	'the body serialised again': altered(({ genuine: { body } }) =>
		Buffer.from(JSON.stringify(JSON.parse(body.toString()))),
	),
	'the letters of the body composed otherwise': altered(({ genuine: { body } }) =>
		Buffer.from(body.toString().normalize('NFD')),
	),
	'fields added after the last': altered(({ genuine: { body } }) =>
		Buffer.from(`${body.toString().slice(0, -1)},"data":{"amount":1}}`),
	),
	'no body': altered(() => Buffer.alloc(0)),
	'the body twice': altered(({ genuine: { body } }) => Buffer.concat([body, body])),
};

function altered(change: (loot: Loot) => Buffer): Forge {
	return (loot): Forgery => ({
		body: change(loot),
		headers: headersWith(loot.genuine.signature),
	});
}
