import { problemWithUrl } from '../../../nodes/Smile/activation/publicUrl';

describe('the address that n8n would register', () => {
	it.each(['https://n8n.example.test/webhook/1', 'HTTPS://n8n.example.test/webhook/1'])(
		'%s is one that Smile takes',
		(url) => {
			expect(problemWithUrl(url)).toBeUndefined();
		},
	);

	it.each([
		['http://localhost:5678/webhook/1/webhook', 'http://localhost:5678'],
		['http://n8n.example.test', 'http://n8n.example.test'],
		['ftp://https://n8n.example.test/1', 'ftp://https:'],
		['', ''],
	])('%s is none, since it is not https: its beginning is shown', (url, beginning) => {
		expect(problemWithUrl(url)).toBe(
			`Smile delivers to https addresses only, but n8n would register one at ${beginning}. Set N8N_WEBHOOK_URL (older n8n: WEBHOOK_URL) to the public https address of this n8n, restart it, then try again. To try the workflow without one, add the option Sample Event in Test Runs and choose Execute step`,
		);
	});

	it('may have 500 characters, and no more', () => {
		const longest = 'https://n8n.example.test/'.padEnd(500, 'x');

		expect(problemWithUrl(longest)).toBeUndefined();
		expect(problemWithUrl(`${longest}x`)).toBe(
			'Smile accepts webhook addresses of at most 500 characters, but n8n would register one of 501. Set N8N_WEBHOOK_URL (older n8n: WEBHOOK_URL) to a shorter address, restart n8n, then try again',
		);
	});
});
