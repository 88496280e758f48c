import { plainPhone } from '../../../nodes/Smile/shared/plainPhone';

const digest = '0123456789abcdef0123456789ABCDEF';

describe('a phone number', () => {
	it.each([
		['+63 917 000 0000', '639170000000'],
		['+63-917-000-0000', '639170000000'],
		['(63) 917.000.0000', '639170000000'],
		['+ 63 (917) 000 0000', '639170000000'],
		['639170000000', '639170000000'],
		['\u202a+63\u00a0917 000 0000\u202c', '639170000000'],
		['+39 06 0000 0000', '390600000000'],
		['+1 415 000 0000', '14150000000'],
		[digest, digest],
	])('written as %j is %s', (text, digits) => {
		expect(plainPhone(text)).toEqual({ ok: true, value: digits });
	});

	it.each([
		...['639170000000/12', '63 917 000 0000 / 918 000 0000', '+63 917 000 0000 ext 5'],
		...[
			'+63917000000;ext=5',
			'++639170000000',
			'(+63) 9170000000',
			'63+9170000000',
			'63_917_000_0000',
			'６３９１７',
		],
		...['0063 917 000 0000', '0917 000 0000', '12345', '6'.repeat(16), '', 'a', `${digest}0`],
	])('is none in %j', (text) => {
		expect(plainPhone(text)).toEqual({
			ok: false,
			problem: 'holds no phone number with its country code',
		});
	});

	it.each([
		...['+63 (0)917 000 0000', '+63 ( 0 ) 917 000 0000', '+44 (0)20 0000 0000'],
		...['+63 0917 000 0000', '63-0917-000-0000', '+63 (0917) 000 0000'],
		...['570000000000', '910000000000', '620000000000', '520000000000', '660000000000'],
	])('has no zero of calls within a country, as %j has', (text) => {
		expect(plainPhone(text)).toEqual({
			ok: false,
			problem: 'holds a zero that is dialled only within the country',
		});
	});
});
