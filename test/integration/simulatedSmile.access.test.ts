import { callSmile } from '../support/smile/call';
import type { SmileOptions } from '../support/smile/options';
import { startSmile } from '../support/smile/server';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { waitFor } from '../support/waitFor';

let smile: SimulatedSmile;

const start = async (options: SmileOptions = {}) => (smile = await startSmile(options));

afterEach(async () => await smile.close());

describe('the keys of the simulated Smile', () => {
	it('are wanted on every request, and those of the other environment are refused', async () => {
		await start();

		const right = await callSmile(smile, '/webhooks');
		const none = await callSmile(smile, '/webhooks', { keys: null });
		const other = await callSmile(smile, '/webhooks', { keys: smile.otherKeys });

		expect(right.status).toBe(200);
		expect(none).toMatchObject({ status: 400, json: { code: 'INVALID_CREDENTIALS', data: {} } });
		expect(other).toMatchObject({ status: 400, json: { code: 'INVALID_CREDENTIALS' } });
	});

	it.each([
		['INVALID_TOKEN', 401],
		['UNAUTHORIZED_ACCESS', 403],
	] as const)('can be refused with %s', async (code, status) => {
		await start({ wrongKeyAnswer: code });

		const refused = await callSmile(smile, '/webhooks', { keys: smile.otherKeys });

		expect(refused).toMatchObject({ status, json: { code } });
	});
});

describe('the journal of the simulated Smile', () => {
	it('keeps what was asked and how it ended, but not the Authorization header', async () => {
		await start();

		await callSmile(smile, '/webhooks?size=3', { headers: { 'x-more': 'kept' } });
		await callSmile(smile, '/webhooks', { method: 'POST', body: { name: 7 }, keys: null });

		const [read, refused] = smile.journal.entries;
		expect(read).toMatchObject({ method: 'GET', path: '/webhooks', query: { size: '3' } });
		expect(read).toMatchObject({ authorised: true, status: 200, headers: { 'x-more': 'kept' } });
		expect(read?.headers).not.toHaveProperty('authorization');
		expect(refused).toMatchObject({ authorised: false, status: 400, body: { name: 7 } });
	});

	it('waits for a request and otherwise says what did arrive', async () => {
		await start();
		const deletion = smile.journal.waitFor(({ method }) => method === 'DELETE');
		await callSmile(smile, '/webhooks/1', { method: 'DELETE' });

		const arrived = await deletion;
		const inVain = smile.journal.waitFor(({ method }) => method === 'PUT', 30);

		expect(arrived.path).toBe('/webhooks/1');
		await expect(inVain).rejects.toThrow('DELETE /webhooks/1 -> 404');
	});
});

describe('a closed simulation', () => {
	it('answers nobody, not even a request that was waiting', async () => {
		await start();
		smile.faults.next({ kind: 'hang' });
		const waiting = callSmile(smile, '/webhooks').catch(() => 'dropped');
		await smile.journal.waitFor(({ fault }) => fault === 'hang');

		await smile.close();

		expect(await waiting).toBe('dropped');
		await expect(callSmile(smile, '/webhooks')).rejects.toThrow('fetch failed');
	});
});

describe('waiting for a condition', () => {
	it('gives what the condition gives, or says for what it waited in vain', async () => {
		let looks = 0;
		const found = await waitFor(() => (looks += 1) > 2 && 'found', { intervalMs: 1 });
		const inVain = waitFor(() => false, { timeoutMs: 20, describe: () => 'a third webhook' });

		expect(found).toBe('found');
		await expect(inVain).rejects.toThrow('Waited 20 ms in vain for a third webhook');
	});
});
