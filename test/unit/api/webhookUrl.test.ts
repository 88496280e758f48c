import { freeUrlBelow, isHttps, withSmallHttps } from '../../../nodes/Smile/api/webhookUrl';

describe('an address for a webhook', () => {
	it.each([
		['https://a.example.test/', true, 'https://a.example.test/'],
		['HTTPS://a.example.test/HTTPS://B', true, 'https://a.example.test/HTTPS://B'],
		['http://https://a.example.test/', false, 'http://https://a.example.test/'],
		['FTP://HTTPS://a.example.test/', false, 'FTP://HTTPS://a.example.test/'],
		['https:/a.example.test/', false, 'https:/a.example.test/'],
		['', false, ''],
	])('%s is one of https: %s, and is sent as %s', (url, is, sent) => {
		expect(isHttps(url)).toBe(is);
		expect(withSmallHttps(url)).toBe(sent);
	});
});

describe('an address that nobody has', () => {
	const hex = '0'.repeat(32);
	const below = (url: string) => freeUrlBelow(url).replace(/[0-9a-f]{32}/, hex);
	const long = (length: number, end = '') => 'https://a.example.test/'.padEnd(length, 'x') + end;

	it.each([
		['https://a.example.test', `https://a.example.test/${hex}`],
		['https://a.example.test/', `https://a.example.test/${hex}`],
		['https://a.example.test/b', `https://a.example.test/b/${hex}`],
		['https://a.example.test/b?c=/d', `https://a.example.test/b/${hex}?c=/d`],
		['https://a.example.test/b#c', `https://a.example.test/b/${hex}#c`],
		['https://a.example.test/b%20c', `https://a.example.test/b%20c/${hex}`],
		[long(460, '?c=1234'), `${long(460)}/${hex}?c=1234`],
		[long(461, '?c=1234'), `${long(461)}/${hex}`],
		[long(500), `${long(467)}/${hex}`],
		[long(465, '%41'.padEnd(35, 'x')), `${long(465)}/${hex}`],
		[long(466, '%41'.padEnd(34, 'x')), `${long(466)}/${hex}`],
	])('below %.40s is %.40s', (url, expected) => {
		expect(below(url)).toBe(expected);
		expect(freeUrlBelow(url).length).toBeLessThanOrEqual(500);
	});

	it('is another one each time', () => {
		const url = 'https://a.example.test/';
		expect(freeUrlBelow(url)).not.toBe(freeUrlBelow(url));
	});
});
