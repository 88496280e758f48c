import { callSmile } from '../support/smile/call';
import type { SmileOptions } from '../support/smile/options';
import { startSmile } from '../support/smile/server';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { waitFor } from '../support/waitFor';

let smile: SimulatedSmile;

const start = async (options: SmileOptions = {}) => (smile = await startSmile(options));
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const wanted = {
	name: 'Payroll',
	url: 'https://hooks.example/smile',
	eventTypes: ['ACCOUNT_CONNECTED', 'ALL_EVENTS'],
	active: true,
	secret: 'dummy secret',
};
const create = async (body: unknown, headers?: Record<string, string>) =>
	await callSmile(smile, '/webhooks', { method: 'POST', body, headers });

afterEach(async () => await smile.close());

describe('the simulated Smile', () => {
	it('stores a webhook and echoes its secret in clear', async () => {
		await start();

		const made = await create(wanted);
		const read = await callSmile(smile, `/webhooks/${String(made.json.data?.id)}`);

		expect(made).toMatchObject({ status: 200, json: { code: 'OK', data: wanted } });
		expect(made.json.requestId).toMatch(uuid);
		expect(made.json.data?.id).toMatch(/^[0-9a-f]{32}$/);
		expect(made.json.data?.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
		expect(read.json.data).toEqual({ ...made.json.data, includePayload: false });
		expect(smile.webhooks.all).toMatchObject([wanted]);
	});

	it('leaves secrets out of its answers when told to', async () => {
		await start({ withoutSecretEcho: true });

		const made = await create(wanted);
		const list = await callSmile(smile, '/webhooks');

		expect(made.json.data).not.toHaveProperty('secret');
		expect(list.text).not.toContain(wanted.secret);
		expect(smile.webhooks.all[0]?.secret).toBe(wanted.secret);
	});

	it('deletes a webhook once and allows two with one URL', async () => {
		await start();
		const first = await create(wanted);
		await create(wanted);
		const path = `/webhooks/${String(first.json.data?.id)}`;

		const deleted = await callSmile(smile, path, { method: 'DELETE' });
		const again = await callSmile(smile, path, { method: 'DELETE' });

		expect(deleted.status).toBe(200);
		expect(Object.keys(deleted.json)).toEqual(['code', 'message', 'requestId']);
		expect(again).toMatchObject({ status: 404, json: { code: 'MISSING_RESOURCE', data: {} } });
		expect(smile.webhooks.withUrl(wanted.url)).toHaveLength(1);
	});

	it.each([
		['an empty name', { name: '' }],
		['a name of 201 characters', { name: 'n'.repeat(201) }],
		['a URL without https', { url: 'http://hooks.example/smile' }],
		['a URL of 501 characters', { url: 'https://hooks.example/'.padEnd(501, 'u') }],
		['an unknown event type', { eventTypes: ['ACCOUNT_ANALYZED'] }],
		['event types as text', { eventTypes: 'ACCOUNT_CONNECTED' }],
		['no word on being active', { active: undefined }],
		['an empty secret', { secret: '' }],
		['a secret of 65 characters', { secret: 's'.repeat(65) }],
		['a payload flag as text', { includePayload: 'yes' }],
	])('refuses a webhook with %s', async (_what, fields) => {
		await start();

		const refused = await create({ ...wanted, ...fields });

		expect(refused).toMatchObject({ status: 400, json: { code: 'INVALID_PARAMETERS' } });
		expect(refused.json.message).toContain(Object.keys(fields)[0]);
		expect(smile.webhooks.all).toEqual([]);
	});

	it('accepts every field at its longest, and further event types when told to', async () => {
		await start({ extraEventTypes: ['SOMETHING_NEW'] });

		const longest = {
			name: 'n'.repeat(200),
			url: 'https://hooks.example/'.padEnd(500, 'u'),
			secret: 's'.repeat(64),
		};
		const made = await create({ ...wanted, ...longest, eventTypes: ['SOMETHING_NEW'] });

		expect(made.status).toBe(200);
	});

	it('gives pages of ten unless asked otherwise, and goes on when a page was deleted', async () => {
		await start();
		const ids = Array.from({ length: 25 }, () => smile.webhooks.add().id);
		const page = async (query: string) =>
			(await callSmile(smile, `/webhooks?${query}`)).json.data as {
				nextCursor: string | null;
				items: Array<{ id: string }>;
			};

		const first = await page('');
		first.items.forEach(({ id }) => smile.webhooks.remove(id));
		const second = await page(`cursor=${first.nextCursor}`);
		const third = await page(`cursor=${second.nextCursor}&size=150`);

		const pages = [first, second, third].map(({ items }) => items.map(({ id }) => id));
		expect(pages).toEqual([ids.slice(0, 10), ids.slice(10, 20), ids.slice(20)]);
		expect(third.nextCursor).toBeNull();
	});

	it.each(['size=0', 'size=151', 'size=ten', 'cursor=never'])('refuses %s', async (query) => {
		await start();

		const refused = await callSmile(smile, `/webhooks?${query}`);

		expect(refused).toMatchObject({ status: 400, json: { code: 'INVALID_PARAMETERS' } });
	});

	it('wants JSON and knows neither updates nor other paths', async () => {
		await start();

		const text = await create(wanted, { 'content-type': 'text/plain' });
		const put = await callSmile(smile, '/webhooks/1', { method: 'PUT', body: wanted });
		const patch = await callSmile(smile, '/webhooks', { method: 'PATCH', body: wanted });
		const elsewhere = await callSmile(smile, '/nothing');

		expect(text).toMatchObject({ status: 415, json: { code: 'UNSUPPORTED_TYPE' } });
		expect(put).toMatchObject({ status: 501, json: { code: 'UNSUPPORTED_METHOD' } });
		expect(patch.status).toBe(501);
		expect(elsewhere).toMatchObject({ status: 404, json: { code: 'MISSING_RESOURCE' } });
	});

	it('answers twenty requests a second and refuses more until a second has passed', async () => {
		await start();
		const calls = Array.from({ length: 25 }, async () => await callSmile(smile, '/webhooks'));

		const answers = await Promise.all(calls);

		const refused = answers.filter(({ json }) => json.code === 'REQUEST_LIMIT_EXCEEDED');
		expect(refused.map(({ status }) => status)).toEqual([429, 429, 429, 429, 429]);
		await waitFor(async () => (await callSmile(smile, '/webhooks')).status === 200);
	});
});
