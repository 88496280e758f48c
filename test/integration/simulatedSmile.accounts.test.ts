import { callSmile } from '../support/smile/call';
import { startSmile } from '../support/smile/server';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';

let smile: SimulatedSmile;
let accountId: string;

beforeEach(async () => {
	smile = await startSmile({ rateLimit: false });
	[{ accountId }] = smile.data.people(1, { account: 'connected' });
});
afterEach(async () => await smile.close());

const call = async (method: string, path: string, body?: unknown) =>
	await callSmile(smile, `/accounts/${accountId}${path}`, { method, body });

describe('an account of the simulated Smile', () => {
	it.each([
		['stays listed', true, 200],
		['is gone', false, 404],
	])('%s when it was revoked, while its data and files are gone', async (_what, listed, status) => {
		smile.switches.revokedStaysListed = listed;
		const [{ fileUrl }] = smile.data.of('documents', accountId);
		const before = await fetch(String(fileUrl));

		const revoked = await call('DELETE', '');

		expect([before.status, revoked.status, revoked.json.data]).toEqual([200, 200, undefined]);
		expect((await call('GET', '')).status).toBe(status);
		expect((await call('DELETE', '')).status).toBe(404);
		expect(smile.data.of('incomes', accountId)).toEqual([]);
		expect((await fetch(String(fileUrl))).status).toBe(404);
	});

	it.each([true, false])('tells of its revocation or does not: %s', async (told) => {
		smile.switches.eventsOfRevocation = told;

		await call('DELETE', '');

		expect(smile.announcer.of('ACCOUNT_DISCONNECTED')).toHaveLength(told ? 1 : 0);
	});

	it.each([
		['PDF', 'application/pdf'],
		['CSV', 'text/csv; charset=utf-8'],
	])('is exported as %s, to a file that fits its digest', async (format, type) => {
		const path = '/exports/generate';

		const { status, json } = await call('POST', path, { exportExtensionType: format });
		const file = await fetch(String(json.data?.downloadUrl));

		expect(status).toBe(200);
		expect(json.data).toMatchObject({ accountId, exportExtensionType: format });
		expect(json.data?.id).toMatch(/^export-[0-9a-f]{32}$/);
		expect(file.headers.get('content-type')).toBe(type);
		const bytes = Buffer.from(await file.arrayBuffer());
		expect(bytes).toEqual(smile.files.shelf.bytesOf(String(json.data?.downloadUrl)));
		expect(smile.files.shelf.digestOf(String(json.data?.downloadUrl))).toBe(json.data?.md5);
		for (const wrong of [{}, { exportExtensionType: 'XLS' }, { exportExtensionType: null }]) {
			expect((await call('POST', path, wrong)).status).toBe(400);
		}
	});

	it('is refreshed no more once its monitor is disabled', async () => {
		const disabled = await call('POST', '/disableMonitor', {});
		const { json } = await call('GET', '');
		smile.data.change('accounts', accountId, { monitorStatus: 'UNSUPPORTED' });
		const refused = await call('POST', '/disableMonitor', {});
		smile.switches.unsupportedMonitor = 'accepted';

		expect([disabled.status, disabled.json.data]).toEqual([200, undefined]);
		expect(json.data).toMatchObject({
			monitorStatus: 'CUSTOMER_DISABLED',
			monitor: { status: 'CUSTOMER_DISABLED' },
		});
		expect(refused.status).toBe(400);
		expect((await call('POST', '/disableMonitor', {})).status).toBe(200);
	});

	it.each<[string, string, unknown]>([
		['DELETE', '', undefined],
		['POST', '/exports/generate', { exportExtensionType: 'PDF' }],
		['POST', '/disableMonitor', {}],
	])('that nobody has is missing: %s %s', async (method, path, body) => {
		const { status } = await callSmile(smile, `/accounts/a-none${path}`, { method, body });

		expect(status).toBe(404);
	});
});
