import { createHash } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import type { FileAnswer } from '../../../nodes/Smile/api/fetchFile';
import { failed, storeFile, type NamedFile } from '../../../nodes/Smile/api/storeFile';
import { networkError } from '../../support/scriptedSmile';
import { brokenFile, fileOf, scriptedFiles } from '../../support/scriptedFiles';

const SMILE = 'https://open.smileapi.io/v1';
const MB = 1024 * 1024;
const again = 'Try again later.';
const byHand =
	'Files are fetched over https, from hosts on the Internet that are given by name. If you trust the address, fetch the file with an HTTP Request node without a credential.';
const tooLarge = {
	kind: 'failed',
	problem: 'it is larger than 25 MB',
	todo: 'Fetch it with an HTTP Request node without a credential, and turn off the download here.',
};

type Answered = Extract<FileAnswer, { ok: true }>;
const answered = (more: Partial<Answered> = {}): Answered => ({
	ok: true,
	url: new URL('https://documents.provider.example/a/tala.pdf'),
	status: 200,
	headers: {},
	body: fileOf('pay', 'slip'),
	...more,
});

async function stored(answer: FileAnswer, file: Partial<NamedFile> = {}) {
	const { context, lines } = scriptedFiles([]);
	return { found: await storeFile(context, { url: 'x', ...file }, answer, SMILE), lines };
}
const md5 = (text: string) => createHash('md5').update(text).digest();
const type = (contentType: string): IDataObject => ({ 'content-type': contentType });

describe('what the host of a file answered', () => {
	it('goes into the store with its name, its type and its digest', async () => {
		const answer = answered({ headers: type('Image/PNG; charset=x') });

		expect((await stored(answer, { name: 'tala.png' })).found).toEqual({
			kind: 'stored',
			binary: {
				data: Buffer.from('payslip').toString('base64'),
				fileName: 'tala.png',
				mimeType: 'image/png',
			},
			md5: md5('payslip'),
		});
	});

	it.each<[Partial<NamedFile>, string, string]>([
		[{ name: 'tala', format: 'PDF' }, 'tala.pdf', 'application/pdf'],
		[{ name: 'tala', format: 'PDF', ending: 'CSV' }, 'tala.csv', 'application/pdf'],
		[{ name: 'tala', ending: 'CSV' }, 'tala.csv', 'text/html'],
		[{}, 'file', 'text/html'],
	])('is named and typed by %j as %s, %s', async (file, fileName, mimeType) => {
		const { found } = await stored(answered({ headers: type('text/html') }), file);

		expect(found).toMatchObject({ kind: 'stored', binary: { fileName, mimeType } });
	});

	it.each([
		['https://documents.provider.example/a', 404, 'gone'],
		['https://documents.provider.example/a', 410, 'gone'],
		['https://documents.provider.example/a', 403, 'failed'],
		['https://file.smileapi.io/a', 403, 'gone'],
		['https://file.smileapi.io/a', 401, 'failed'],
		['https://file.smileapi.io/a', 500, 'failed'],
		['https://file.smileapi.io/a', 204, 'failed'],
		['https://file.smileapi.io/a', 206, 'failed'],
	])('is at %s with status %d: %s', async (url, status, kind) => {
		const { found } = await stored(answered({ url: new URL(url), status }));

		const problem = `${new URL(url).host} answered with status ${status}`;
		expect(found).toEqual(kind === 'gone' ? { kind, problem } : { kind, problem, todo: again });
	});

	it.each([
		[true, byHand],
		[undefined, again],
	] as const)('may be nothing; refused by the node: %s', async (isRefused, todo) => {
		const { found } = await stored({ ok: false, problem: 'its address is no URL', isRefused });

		expect(found).toEqual(failed('its address is no URL', todo));
	});
});

describe('the size of a file', () => {
	const announced = (bytes: number) => ({ 'content-length': String(bytes) });
	const piece = Buffer.alloc(MB);
	const large = (...more: Buffer[]) => fileOf(...Array.from({ length: 25 }, () => piece), ...more);

	it('may be 25 MB', async () => {
		const { found } = await stored(answered({ headers: announced(25 * MB), body: large() }));

		expect(found).toMatchObject({ kind: 'stored' });
	});

	it('is too much where more is announced, and nothing is read', async () => {
		const body = fileOf('x');

		const { found } = await stored(answered({ headers: announced(25 * MB + 1), body }));

		expect(found).toEqual(tooLarge);
		expect(body.readableFlowing).toBeNull();
	});

	it('is too much where one byte more comes than is allowed', async () => {
		const { found } = await stored(answered({ body: large(Buffer.from('x'), piece) }));

		expect(found).toEqual(tooLarge);
	});
});

describe('a file that breaks off', () => {
	it('at 25 MB is not too large', async () => {
		const pieces = Array.from({ length: 25 }, () => Buffer.alloc(MB));
		const body = brokenFile(networkError('ECONNRESET'), ...pieces);

		expect((await stored(answered({ body }))).found).toEqual(
			failed('it broke off before its end, the connection was cut', again),
		);
	});

	it('is an error with the words for the network, and a line in the log', async () => {
		const body = fileOf('pay', 'slip');
		body.destroy(networkError('ECONNRESET'));

		const { found, lines } = await stored(answered({ body }));

		expect(found).toEqual(failed('it broke off before its end, the connection was cut', again));
		expect(lines).toEqual([['A file could not be read to its end']]);
	});
});
