import { isHttps, withSmallHttps } from '../../../nodes/Smile/api/webhookUrl';

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
