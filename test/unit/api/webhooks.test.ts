import {
	deleteWebhook,
	getWebhook,
	listWebhooks,
	postWebhook,
} from '../../../nodes/Smile/api/webhooks';
import { enveloped, pageReply, scriptedSmile, type Reply } from '../../support/scriptedSmile';

const hook = (id: string, more: object = {}) => ({
	id,
	name: 'Payroll',
	url: 'https://receiver.example.test/smile',
	eventTypes: ['USER_CREATED'],
	active: true,
	...more,
});
const wanted = {
	name: 'Payroll',
	url: 'https://receiver.example.test/smile',
	eventTypes: ['USER_CREATED'],
	active: true,
	includePayload: false,
	secret: 'dummy-secret',
};
const unexpected = (reason: string) => ({ ok: false, failure: { kind: 'unexpected', reason } });
const page: Reply = { status: 404, body: '<html>Not here</html>' };

describe('listing webhooks', () => {
	it('reads all pages and keeps fields that are new', async () => {
		const smile = scriptedSmile(
			pageReply([hook('w-1', { later: 1 })], 'next'),
			pageReply([hook('w-2', { secret: null, eventTypes: 'odd' })], null),
		);

		expect(await listWebhooks(smile.client)).toEqual({
			ok: true,
			value: [hook('w-1', { later: 1 }), hook('w-2', { secret: null, eventTypes: [] })],
		});
		expect(smile.requests.map(({ qs }) => qs)).toEqual([
			{ size: 150 },
			{ size: 150, cursor: 'next' },
		]);
		expect(smile.calls()).toEqual(['GET /webhooks', 'GET /webhooks']);
	});

	it('reads no more than its limit', async () => {
		const smile = scriptedSmile(pageReply([hook('w-1'), hook('w-2')], 'next'));

		expect(await listWebhooks(smile.client, 1)).toEqual({ ok: true, value: [hook('w-1')] });
		expect(smile.requests.map(({ qs }) => qs)).toEqual([{ size: 1 }]);
	});

	it.each([
		[{ url: 'https://receiver.example.test' }],
		[{ id: 'w-1' }],
		[{ id: '', url: '' }],
		[{ id: 7, url: 'https://receiver.example.test' }],
	])('fails as a whole where an entry is %j', async (entry) => {
		const smile = scriptedSmile(pageReply([hook('w-1'), entry], null));

		expect(await listWebhooks(smile.client)).toEqual(
			unexpected('an entry of its list is no webhook'),
		);
	});

	it('fails as a whole where a page fails', async () => {
		const smile = scriptedSmile(pageReply([hook('w-1')], 'next'), enveloped({}, 'INVALID', 400));

		expect(await listWebhooks(smile.client)).toMatchObject({ failure: { status: 400 } });
	});
});

describe('one webhook', () => {
	it('is read by its id', async () => {
		const smile = scriptedSmile(enveloped(hook('w/1')));

		expect(await getWebhook(smile.client, 'w/1')).toEqual({ ok: true, value: hook('w/1') });
		expect(smile.calls()).toEqual(['GET /webhooks/w%2F1']);
	});

	it('is created with one POST', async () => {
		const smile = scriptedSmile(enveloped(hook('w-1')));

		expect(await postWebhook(smile.client, wanted)).toEqual({ ok: true, value: hook('w-1') });
		expect(smile.calls()).toEqual(['POST /webhooks']);
		expect(smile.requests[0].body).toEqual(wanted);
	});

	it.each([
		[enveloped({ id: 'w-1' }), unexpected('it holds no webhook')],
		[enveloped(), unexpected('it holds no webhook')],
		[enveloped({}, 'INVALID', 400), expect.objectContaining({ ok: false })],
	])('is none where the answer is %j', async (reply, failed) => {
		expect(await getWebhook(scriptedSmile(reply).client, 'w-1')).toEqual(failed);
		expect(await postWebhook(scriptedSmile(reply).client, wanted)).toEqual(failed);
	});
});

describe('deleting a webhook', () => {
	const missing = enveloped({}, 'MISSING_RESOURCE', 404);

	it.each([
		['deleted', enveloped()],
		['deleted', { status: 204 }],
		['gone', missing],
	])('ends as %s', async (outcome, reply) => {
		const smile = scriptedSmile(reply);

		expect(await deleteWebhook(smile.client, 'w-1')).toEqual({ ok: true, value: outcome });
		expect(smile.calls()).toEqual(['DELETE /webhooks/w-1']);
	});

	it('has happened when it is gone after a lost answer', async () => {
		const smile = scriptedSmile(enveloped({}, 'SERVER_ERROR', 500), missing);

		expect(await deleteWebhook(smile.client, 'w-1')).toEqual({ ok: true, value: 'deleted' });
	});

	it('asks the list after a 404 that is not Smile’s', async () => {
		const smile = scriptedSmile(page, pageReply([hook('w-2')]));

		expect(await deleteWebhook(smile.client, 'w-1')).toEqual({ ok: true, value: 'gone' });
		expect(smile.calls()).toEqual(['DELETE /webhooks/w-1', 'GET /webhooks']);
	});

	it.each([
		['still lists it', pageReply([hook('w-2'), hook('w-1')])],
		['cannot be read', enveloped({}, 'UNAUTHORIZED_ACCESS', 403)],
		['is not Smile’s either', page],
	])('has failed where the list %s', async (_what, list) => {
		const smile = scriptedSmile(page, list);

		expect(await deleteWebhook(smile.client, 'w-1')).toMatchObject({
			ok: false,
			failure: { kind: 'foreign', status: 404 },
		});
	});

	it('fails without a look at the list where it was refused', async () => {
		const smile = scriptedSmile(enveloped({}, 'UNAUTHORIZED_ACCESS', 403));

		expect(await deleteWebhook(smile.client, 'w-1')).toMatchObject({ failure: { status: 403 } });
		expect(smile.calls()).toHaveLength(1);
	});
});
