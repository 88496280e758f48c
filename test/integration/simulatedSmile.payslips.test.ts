import { callSmile } from '../support/smile/call';
import { startSmile } from '../support/smile/server';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { file } from '../support/smile/sampleUpload';

let smile: SimulatedSmile;

beforeEach(async () => {
	smile = await startSmile({ rateLimit: false });
});
afterEach(async () => await smile.close());
const call = async (method: string, path: string, body?: unknown) =>
	await callSmile(smile, path, { method, body });
const newUser = async () => String(smile.data.people(1)[0]?.userId);

describe('a payslip of the simulated Smile', () => {
	const path = '/archives/-/payslips';
	const uploadPayslip = async (fields: object = {}) => {
		const { fileExtensionType, fileContent } = file();
		const userId = await newUser();
		const body = { userId, fileExtensionType, fileContent, ...fields };
		return await call('POST', `${path}/uploadRawFile`, body);
	};
	const query = async (id: unknown) =>
		await call('GET', `${path}/queryPrediction?archiveId=${String(id)}`);

	it('is uploaded, read by its archive, listed, and corrected', async () => {
		const { json } = await uploadPayslip();
		const archiveId = json.data?.id;

		const read = await query(archiveId);
		const listed = await call('GET', `${path}/listPredictions?startDate=2026-01-01`);
		const early = await call('GET', `${path}/listPredictions?endDate=2000-01-01`);
		const result = { archiveId, validFile: true, checkedFields: ['netAmount'] };
		const corrected = await call('POST', `${path}/sendManualResult`, {
			...result,
			data: { netAmount: 1.5, payDate: '2026-03-01' },
		});

		expect(read.json.data).toMatchObject({
			metadata: { sourceId: archiveId, sourceType: 'ARCHIVE' },
			matchResult: { employeeNameAndPagIbigNumberMatchScore: null },
		});
		expect(read.json.data).not.toHaveProperty('id');
		expect(listed.json.data?.items).toContainEqual(read.json.data);
		expect(early.json.data?.items).toEqual([]);
		expect([corrected.status, corrected.json.data]).toEqual([200, undefined]);
		expect((await query(archiveId)).json.data).toMatchObject({
			netAmount: 1.5,
			payDate: '2026-03-01',
		});
	});

	it('is missing or empty before its analysis ended', async () => {
		smile.switches.processingReads = 5;
		const { json } = await uploadPayslip();

		const missing = await query(json.data?.id);
		smile.switches.unreadPayslip = 'empty';
		const empty = await query(json.data?.id);

		expect(missing.status).toBe(404);
		expect(Object.keys(empty.json.data ?? {})).toEqual(['metadata']);
	});

	it.each<[string, object]>([
		['no user', { userId: undefined }],
		['a name', { fileName: 'payslip.pdf' }],
		['TIFF', { fileExtensionType: 'TIFF' }],
	])('is not uploaded with %s', async (_what, fields) => {
		expect((await uploadPayslip(fields)).status).toBe(400);
	});

	it.each<[string, object, number]>([
		['an archive that is none', { archiveId: 'archive-none' }, 404],
		['no word on the file', { validFile: undefined }, 400],
		['a currency that is none', { data: { currency: 'XYZ' } }, 400],
		['an amount as text', { data: { grossAmount: '1' } }, 400],
		['a time for a date', { data: { payDate: '2026-01-01T00:00:00Z' } }, 400],
		['a field that is none', { data: { salary: 1 } }, 400],
	])('is not corrected with %s', async (_what, fields, status) => {
		const { json } = await uploadPayslip();
		const body = { archiveId: json.data?.id, validFile: true, ...fields };

		expect((await call('POST', `${path}/sendManualResult`, body)).status).toBe(status);
	});
});
