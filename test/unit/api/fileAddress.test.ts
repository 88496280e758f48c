import { fileAddress, isSmileFileHost } from '../../../nodes/Smile/api/fileAddress';

const smile = 'https://open.smileapi.io/v1';
const simulation = 'http://127.0.0.1:4010/v1';
const problemOf = (url: unknown, baseUrl = smile) => {
	const found = fileAddress(url, baseUrl);
	return found.ok ? 'none' : found.problem;
};

describe('the address of a file', () => {
	it.each([
		'https://file.smileapi.io/tenants/acme/users/u-1/files/file-1.pdf',
		'https://documents.provider.example/certificate.pdf?version=2',
		'https://documents.provider.example:8443/certificate.pdf',
		'https://127.0.0.1.provider.example/certificate.pdf',
		'https://localhost.provider.example/certificate.pdf',
		'https://1.provider.example/certificate.pdf',
		'https://local.provider.example/certificate.pdf',
		'https://files.mylan/certificate.pdf',
		'https://files.homexarpa/certificate.pdf',
	])('may be %s', (url) => {
		expect(fileAddress(url, smile)).toMatchObject({ ok: true, url: new URL(url) });
	});

	it.each([
		['http://file.smileapi.io/a.pdf', 'https'],
		['ftp://file.smileapi.io/a.pdf', 'https'],
		['file:///etc/passwd', 'https'],
		['data:text/plain,hello', 'https'],
		['https://person:dummy@file.smileapi.io/a.pdf', 'user name'],
		['https://person@file.smileapi.io/a.pdf', 'user name'],
		['https://8.8.8.8/a.pdf', 'number'],
		['https://8.8.8.8./a.pdf', 'number'],
		['https://127.0.0.1/a.pdf', 'number'],
		['https://10.20.30.40/a.pdf', 'number'],
		['https://printer/a.pdf', 'network of its own'],
		['https://127.1/a.pdf', 'number'],
		['https://2130706433/a.pdf', 'number'],
		['https://0x7f000001/a.pdf', 'number'],
		['https://0x7f.0.0.1/a.pdf', 'number'],
		['https://0177.0.0.1/a.pdf', 'number'],
		['https://017700000001/a.pdf', 'number'],
		['https://\uff11\uff12\uff17.0.0.1/a.pdf', 'number'],
		['https://[::1]/a.pdf', 'number'],
		['https://[::ffff:169.254.169.254]/a.pdf', 'number'],
		['https://[2001:db8::1]/a.pdf', 'number'],
		['https://localhost/a.pdf', 'this machine'],
		['https://LOCALHOST./a.pdf', 'this machine'],
		['https://files.localhost/a.pdf', 'this machine'],
		['https://localhost.localdomain/a.pdf', 'network of its own'],
		['https://intranet/a.pdf', 'network of its own'],
		['https://nas.local/a.pdf', 'network of its own'],
		['https://metadata.google.internal./a.pdf', 'network of its own'],
		['https://router.home.arpa/a.pdf', 'network of its own'],
		['https://home.arpa/a.pdf', 'network of its own'],
		['https://files.localhost./a.pdf', 'this machine'],
		['https://nas.lan/a.pdf', 'network of its own'],
		['certificate.pdf', 'no URL'],
		['//file.smileapi.io/a.pdf', 'no URL'],
		['', 'no URL'],
		[42, 'no URL'],
		[{ href: 'https://file.smileapi.io/a.pdf' }, 'no URL'],
	])('is refused for %j', (url, said) => {
		expect(problemOf(url)).toContain(said);
	});

	it.each([
		[undefined, 'is no URL'],
		['http://file.smileapi.io/a.pdf', 'does not begin with https://'],
		['https://person:dummy@file.smileapi.io/a.pdf', 'holds a user name'],
		['https://:dummy@file.smileapi.io/a.pdf', 'holds a user name'],
		['https://10.0.0.1/tala.pdf', 'is a number instead of a name'],
		['https://localhost/a.pdf', 'leads to this machine'],
		['https://intranet/a.pdf', 'leads into a network of its own'],
	])('is said to be wrong in words: %j', (url, problem) => {
		expect(problemOf(url)).toBe(problem);
	});

	it('shows nothing of itself in a refusal', () => {
		expect(problemOf('https://10.0.0.1/tala-halimbawa.pdf')).not.toMatch(/tala|10\.0/);
	});

	it.each([
		['http://127.0.0.1:5000/a.pdf', 'none'],
		['http://localhost:5000/a.pdf', 'none'],
		['https://[::1]:5000/a.pdf', 'none'],
		['http://10.0.0.1/a.pdf', 'https'],
		['https://10.0.0.1/a.pdf', 'number'],
		['http://0.0.0.0/a.pdf', 'https'],
		['https://intranet/a.pdf', 'network of its own'],
		['http://documents.provider.example/a.pdf', 'https'],
		['http://a:dummy@127.0.0.1/a.pdf', 'user name'],
		['ftp://127.0.0.1/a.pdf', 'https'],
	])('%s beside a Smile on this machine: %s', (url, said) => {
		expect(problemOf(url, simulation)).toContain(said);
	});

	it.each(['https://localhost.example/v1', 'https://10.0.0.1/v1', smile])(
		'is never on this machine where Smile is at %s',
		(baseUrl) => {
			expect(problemOf('http://127.0.0.1:5000/a.pdf', baseUrl)).toContain('https');
		},
	);

	it('may be relative to the one that redirected to it', () => {
		const from = new URL('https://file.smileapi.io/tenants/a.pdf');

		expect(fileAddress('b.pdf?part=1', smile, from)).toMatchObject({
			ok: true,
			url: new URL('https://file.smileapi.io/tenants/b.pdf?part=1'),
		});
		expect(fileAddress('//127.0.0.1/b.pdf', smile, from)).toMatchObject({ ok: false });
	});
});

describe("Smile's own file host", () => {
	it.each([
		['https://file.smileapi.io/a.pdf', smile, true],
		['https://file.smileapi.io.example/a.pdf', smile, false],
		['https://cdn.smileapi.io/a.pdf', smile, false],
		['http://127.0.0.1:5000/a.pdf', simulation, true],
		['http://127.0.0.1:5000/a.pdf', smile, false],
	])('%s for Smile at %s: %s', (url, baseUrl, expected) => {
		expect(isSmileFileHost(new URL(url), baseUrl)).toBe(expected);
	});
});
