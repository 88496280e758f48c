import { anotherRecord, isAnother } from '../../../nodes/Smile/api/another';
import { ownerIn, readOwnPayload } from '../../../nodes/Smile/api/ownPayload';
import { readRecord } from '../../../nodes/Smile/api/readRecord';
import { getWebhook } from '../../../nodes/Smile/api/webhooks';
import { enveloped, scriptedSmile } from '../../support/scriptedSmile';

const refused = { ok: false, failure: { kind: 'refused', status: 404 } };
const another = {
	ok: false,
	failure: {
		kind: 'unexpected',
		reason: 'it is another record than the one that was asked for',
	},
};
const missing = enveloped({}, 'MISSING_RESOURCE', 404);

describe('a name in an answer', () => {
	it.each([['a-1'], [' A-1 '], [undefined], [null], [{}], [true], [['a-2']]])(
		'is no sign of another thing than a-1: %j',
		(named) => {
			expect(isAnother(named, ' a-1')).toBe(false);
		},
	);

	it.each([['a-2'], [''], [7], ['a-11']])('is that of another thing than a-1: %j', (named) => {
		expect(isAnother(named, 'a-1')).toBe(true);
	});

	it('may be a number', () => {
		expect(isAnother(7, '7')).toBe(false);
	});

	it('of another thing ends a request', () => {
		expect({ ok: false, failure: anotherRecord() }).toEqual(another);
	});
});

describe('a record', () => {
	const read = async (data: unknown) =>
		await readRecord(scriptedSmile(enveloped(data)).client, '/users', 'u-1');

	it('is that of the id that was asked for, or has none', async () => {
		expect(await read({ id: 'u-1' })).toEqual({ ok: true, value: { id: 'u-1' } });
		expect(await read({ name: 'Tala' })).toEqual({ ok: true, value: { name: 'Tala' } });
	});

	it('of another id is none', async () => {
		expect(await read({ id: 'u-2' })).toEqual(another);
	});

	it('that Smile does not know is not looked at', async () => {
		const smile = scriptedSmile(missing);

		expect(await readRecord(smile.client, '/users', 'u/1')).toMatchObject(refused);
		expect(smile.calls()).toEqual(['GET /users/u%2F1']);
	});
});

describe('a webhook', () => {
	const read = async (id: string) => {
		const hook = { id, url: 'https://receiver.example.test/' };
		return await getWebhook(scriptedSmile(enveloped(hook)).client, 'w-1');
	};

	it('is the one that was asked for', async () => {
		expect(await read('w-1')).toMatchObject({ ok: true, value: { id: 'w-1' } });
		expect(await read('w-2')).toEqual(another);
	});

	it('that Smile does not know is not looked at', async () => {
		expect(await getWebhook(scriptedSmile(missing).client, 'w-1')).toMatchObject(refused);
	});
});

describe('a payload', () => {
	const read = async (path: string, metadata: object) => {
		const smile = scriptedSmile(enveloped({ metadata }));
		const found = await readOwnPayload(smile.client, path);
		expect(smile.calls()).toEqual([`GET ${path}`]);
		return found;
	};

	it('is below an account or a user', () => {
		expect(ownerIn('/users/u%2F1/payload')).toEqual({ userId: 'u/1' });
		expect(ownerIn('/accounts/a-1/payload')).toEqual({ sourceId: 'a-1' });
		expect(ownerIn('/users')).toEqual({ userId: '' });
	});

	it.each([
		['/accounts/a-1/payload', { sourceId: 'a-1', userId: 'u-9' }],
		['/users/u-1/payload', { userId: 'u-1', sourceId: 'a-9' }],
		['/accounts/a-1/payload', {}],
	])('at %s is that of its owner: %j', async (path, metadata) => {
		expect(await read(path, metadata)).toEqual({ ok: true, value: { metadata } });
	});

	it.each([
		['/accounts/a-1/payload', { sourceId: 'a-2' }],
		['/users/u-1/payload', { userId: 'u-2' }],
	])('at %s is not that of %j', async (path, metadata) => {
		expect(await read(path, metadata)).toEqual(another);
	});

	it('that Smile does not know is not looked at', async () => {
		const { client } = scriptedSmile(missing);

		expect(await readOwnPayload(client, '/users/u-1/payload')).toMatchObject(refused);
	});
});
