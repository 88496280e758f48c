import { createHash } from 'node:crypto';

import { callSmile } from '../support/smile/call';
import { longText } from '../support/smile/longText';
import { samplePayslip } from '../support/smile/ops/sampleFile';
import { startSmile } from '../support/smile/server';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { file } from '../support/smile/sampleUpload';

let smile: SimulatedSmile;

beforeEach(async () => {
	smile = await startSmile({ rateLimit: false });
});
afterEach(async () => await smile.close());

const megabyte = 1024 * 1024;
const call = async (method: string, path: string, body?: unknown) =>
	await callSmile(smile, path, { method, body });
const upload = async (fields: object = {}, path = '/archives') =>
	await call('POST', path, { rawFiles: [file()], ...fields });
const newUser = async () => String(smile.data.people(1)[0]?.userId);
const types = () => smile.announcer.all.map(({ type }) => type);
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('an archive of the simulated Smile', () => {
	it('has just begun in the answer, is analyzed soon, and has the very bytes', async () => {
		const userId = await newUser();
		const bytes = samplePayslip(5000);

		const { status, json } = await upload({
			userId,
			fileType: 'PAYSLIP',
			rawFiles: [{ ...file(bytes), fileSubtype: 'PAYSLIP' }],
		});
		const id = String(json.data?.id);
		const { json: read } = await call('GET', `/archives/${id}`);

		expect(status).toBe(200);
		expect(json.data).toMatchObject({ userId, type: 'PAYSLIP', state: { status: 'STARTED' } });
		expect(json.data).not.toHaveProperty('extraction');
		expect(json.data?.rawFiles).toMatchObject([
			{ name: 'payslip.pdf', subType: 'PAYSLIP', size: 5, format: 'PDF' },
		]);
		expect(read.data).toMatchObject({
			state: { status: 'ANALYZED', errorCode: null },
			extraction: { fileType: 'PAYSLIP', analysis: { currency: expect.any(String) } },
		});
		expect(smile.data.of('incomes', id)).toHaveLength(1);
		const [{ url }] = json.data?.rawFiles as Array<{ url: string }>;
		expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(bytes);
		expect(smile.files.shelf.received).toEqual([{ url, size: 5000, sha256: sha256(bytes) }]);
		expect(types()).toEqual([
			'ARCHIVE_STARTED',
			'TASK_STARTED',
			'TASK_FINISHED',
			'ARCHIVE_ANALYZED',
		]);
	});

	it('makes a user where none is named, and finds its type where none is told', async () => {
		const { json } = await upload({ fileType: null });
		const classified = await upload({}, '/archives/classify');
		const read = async (data: unknown) =>
			(await call('GET', `/archives/${(data as { id: string }).id}`)).json.data;

		expect(smile.data.find('users', String(json.data?.userId))).toBeDefined();
		expect(await read(json.data)).toMatchObject({ type: 'PAYSLIP' });
		expect(await read(classified.json.data)).toMatchObject({
			classification: { fileType: 'PAYSLIP' },
		});
		expect(types().filter((type) => type === 'USER_CREATED')).toHaveLength(2);
		expect(smile.announcer.of('TASK_FINISHED')).toMatchObject([
			{ data: { taskType: 'ANALYZE_ARCHIVE', status: 'SUCCEEDED', payload: expect.anything() } },
			{ data: { taskType: 'CLASSIFY_ARCHIVE' } },
		]);
	});

	it('cannot be read in the sandbox unless its file is a sample', async () => {
		const other = { rawFiles: [file(Buffer.from('somebody’s payslip'))] };
		const state = async (fields: object) => {
			const { json } = await upload(fields);
			return (await call('GET', `/archives/${String(json.data?.id)}`)).json.data?.state;
		};

		const failed = await state(other);
		smile.switches.sampleFilesOnly = false;
		const read = await state(other);
		smile.switches.archiveEnd = 'UNSUPPORTED';
		const before = types().length;
		const unsupported = await state({ userId: await newUser() });

		expect(failed).toMatchObject({ status: 'ERROR', errorCode: 'INVALID_FIELD_FORMAT' });
		expect(smile.announcer.of('ARCHIVE_FAILED')).toHaveLength(1);
		expect(read).toMatchObject({ status: 'ANALYZED' });
		expect(unsupported).toMatchObject({ status: 'UNSUPPORTED' });
		expect(types().slice(before)).toEqual(['ARCHIVE_STARTED', 'TASK_STARTED']);
	});

	it('takes as many GETs as it is told until it is analyzed', async () => {
		smile.switches.processingReads = 2;
		const { json } = await upload();
		const state = async () => {
			const { json: read } = await call('GET', `/archives/${String(json.data?.id)}`);
			return (read.data?.state as { status: string }).status;
		};

		const states = [await state(), await state(), await state()];
		const { json: other } = await upload();
		smile.progress.finishAll();

		expect(states).toEqual(['STARTED', 'STARTED', 'ANALYZED']);
		expect(smile.data.find('archives', String(other.data?.id))).toMatchObject({
			state: { status: 'ANALYZED' },
		});
	});

	it('keeps neither files nor data when it is revoked', async () => {
		smile.switches.processingReads = 1;
		const { json } = await upload();
		const path = `/archives/${String(json.data?.id)}`;
		const [{ url }] = json.data?.rawFiles as Array<{ url: string }>;

		const revoked = await call('DELETE', path);
		smile.progress.finishAll();

		expect([revoked.status, revoked.json.data]).toEqual([200, undefined]);
		expect((await call('GET', path)).json.data?.state).toMatchObject({ status: 'REVOKED' });
		expect((await call('DELETE', path)).status).toBe(404);
		expect((await fetch(url)).status).toBe(404);
		expect(types().slice(-1)).toEqual(['ARCHIVE_REVOKED']);
	});

	it.each<[string, object]>([
		['no file', { rawFiles: [] }],
		['files under another name', { rawFiles: undefined, files: [file()] }],
		['TIFF', { rawFiles: [{ ...file(), fileExtensionType: 'TIFF' }] }],
		['a subtype that is none', { rawFiles: [{ ...file(), fileSubtype: 'NONE' }] }],
		['nothing in the file', { rawFiles: [{ ...file(), fileContent: '' }] }],
		['a data URL', { rawFiles: [{ ...file(), fileContent: 'data:text/plain;base64,AAAA' }] }],
		['line breaks', { rawFiles: [{ ...file(), fileContent: 'AAAA\nAAAA' }] }],
		['a type that is none', { fileType: 'PASSPORT' }],
		['a type that is not enabled', { fileType: 'BANK_STATEMENT' }],
		['a user that is none', { userId: 'acme-nobody' }],
		['an empty user', { userId: '' }],
	])('is refused with %s, and no user is made', async (_what, fields) => {
		expect((await upload(fields)).status).toBe(400);
		expect(smile.data.all('users')).toEqual([]);
	});

	it('may have 15 MB and not a byte more, of which the journal keeps a digest', async () => {
		const largest = file(samplePayslip(15 * megabyte));

		const taken = await upload({ rawFiles: [largest] });
		const { largestFile } = smile.switches;
		smile.switches.largestFile = 3000;
		const sizes = [3000, 3001].map((size) => ({ rawFiles: [file(samplePayslip(size))] }));
		const [small, larger] = [await upload(sizes[0]), await upload(sizes[1])];

		expect([taken.status, small.status, larger.status]).toEqual([200, 200, 400]);
		expect(largestFile).toBe(15 * megabyte);
		const [{ body }] = smile.journal.entries;
		const fileContent = longText(largest.fileContent);
		expect(body).toEqual({ rawFiles: [{ ...largest, fileContent }] });
	});

	it('can forget the bytes of its files', async () => {
		smile.switches.keepUploads = false;

		const { json } = await upload();

		const [{ url }] = json.data?.rawFiles as Array<{ url: string }>;
		expect((await fetch(url)).status).toBe(404);
		expect(smile.files.shelf.received).toMatchObject([{ sha256: sha256(samplePayslip()) }]);
	});
});

describe('the file types of the simulated Smile', () => {
	it.each([
		['', 10],
		['?size=150', 11],
		['?size=150&active=true&enabled=true', 9],
		['?size=150&ocr=true', 3],
		['?type=PAYSLIP', 1],
	])('are listed by their filters: %s', async (query, count) => {
		const { json } = await call('GET', `/fileTypes${query}`);

		expect(json.data?.items).toHaveLength(count);
		expect((await call('GET', '/fileTypes?color=red')).status).toBe(400);
	});
});
