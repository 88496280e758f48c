import { isSmileAddress } from '../../../nodes/Smile/delivery/callerAddress';

describe("Smile's address", () => {
	it.each(['18.142.61.230', '::ffff:18.142.61.230', '::FFFF:18.142.61.230'])('is %s', (ip) => {
		expect(isSmileAddress(ip)).toBe(true);
	});

	it.each([
		undefined,
		'',
		'18.142.61.23',
		'118.142.61.230',
		'18.142.61.230.example.test',
		'1::ffff:18.142.61.230',
		'1::ffff:8.142.61.230',
		'::1',
		'127.0.0.1',
	])('is not %s', (ip) => {
		expect(isSmileAddress(ip)).toBe(false);
	});
});
