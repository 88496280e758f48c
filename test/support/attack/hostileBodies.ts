import { signatureOf } from '../smile/signature';
import type { Forge, Loot } from './forgery';
import { headersWith } from './genuine';

const deep = 5_000;

/** Bodies made to harm whoever parses them, signed without the secret. */
export const hostileBodies: Record<string, Forge> = {
	'fields that reach for prototypes': hostile(({ dice }) => {
		const polluted = '{"isForged":true,"status":200,"ok":true}';
		return dice.pick([
			`{"__proto__":${polluted},"id":"et-1","type":"USER_CREATED"}`,
			`{"id":"et-1","type":"USER_CREATED","constructor":{"prototype":${polluted}}}`,
			`{"id":"et-1","type":"__proto__","data":{"__proto__":${polluted}}}`,
			`[{"__proto__":${polluted}}]`,
		]);
	}),
	'arrays within arrays': hostile(() => '['.repeat(deep) + ']'.repeat(deep)),
	'objects within objects': hostile(() => '{"a":'.repeat(deep) + '1' + '}'.repeat(deep)),
	'an array that never ends': hostile(() => '['.repeat(deep)),
	'JSON that is no event': hostile(({ dice }) =>
		dice.pick(['null', 'true', '0', '""', '[]', '{}', '{"id":1,"type":2}', '{"id":"","type":""}']),
	),
	'names of methods': hostile(
		() => '{"id":"toString","type":"constructor","toJSON":1,"then":2,"hasOwnProperty":3}',
	),
	'a field given twice': hostile(
		() => '{"id":"et-1","id":"et-2","type":"USER_CREATED","type":"ALL_EVENTS"}',
	),
	'random bytes': hostile(({ dice }) => dice.bytes(dice.below(500)).toString('latin1')),
	'zero bytes and lone surrogates': hostile(
		() => '{"id":"et-\u0000","type":"USER_CREATED","data":{"name":"\\ud800\\udc"}}',
	),
	'a long text': hostile(({ dice }) => `{"id":"${'x'.repeat(dice.below(50_000))}","type":"A"}`),
	'numbers beyond any bound': hostile(({ dice }) => `{"id":${'9'.repeat(dice.below(5_000))}e999}`),
	'very many fields': hostile(() => `{${manyFields},"id":"et-1","type":"USER_CREATED"}`),
};

const manyFields = Array.from({ length: 2_000 }, (_, index) => `"f${index}":${index}`).join();

function hostile(bodyOf: (loot: Loot) => string): Forge {
	return (loot) => {
		const body = Buffer.from(bodyOf(loot));
		const signatures = [
			signatureOf(body, 'dummy-secret-of-a-forger'),
			loot.earlier.signature,
			loot.dice.bytes(64).toString('hex'),
		];
		return { body, headers: headersWith(loot.dice.pick(signatures)) };
	};
}
