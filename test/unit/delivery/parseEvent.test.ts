import { parseEvent } from '../../../nodes/Smile/delivery/parseEvent';

const parse = (text: string) => parseEvent(Buffer.from(text, 'utf8'));

describe('the parsed event', () => {
	it('is the JSON as sent, with fields nobody knows yet', () => {
		const text = '{"id":"et-1","type":"NEW_TYPE","extra":{"a":[1,null]},"data":{"more":true}}';

		expect(parse(text)).toEqual(JSON.parse(text));
	});

	it.each(['{"id":"et-1","type":"T"}', '{"id":"et-1","type":"T","data":null,"version":"one"}'])(
		'needs no more than an id and a type: %s',
		(text) => {
			expect(parse(text)).toEqual(JSON.parse(text));
		},
	);

	it('may follow a byte order mark', () => {
		expect(parse('\ufeff{"id":"et-1","type":"T"}')).toEqual({ id: 'et-1', type: 'T' });
	});

	it('keeps a field called __proto__ as a field', () => {
		const event = parse('{"id":"et-1","type":"T","__proto__":{"polluted":true}}');

		expect(Object.hasOwn(event ?? {}, '__proto__')).toBe(true);
		expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
	});

	it.each([
		'',
		' ',
		'null',
		'true',
		'7',
		'"et-1"',
		'[]',
		'[{"id":"et-1","type":"T"}]',
		'{}',
		'{"id":"et-1"}',
		'{"type":"T"}',
		'{"id":"","type":"T"}',
		'{"id":"et-1","type":""}',
		'{"id":null,"type":"T"}',
		'{"id":7,"type":"T"}',
		'{"id":"et-1","type":["T"]}',
		'{"id":"et-1","type":"T"',
		'<html></html>',
	])('is missing in %j', (text) => {
		expect(parse(text)).toBeUndefined();
	});
});
