import { quickPauses } from '../support/quickPauses';
import { linesWith } from '../support/logLines';
import type { WebhookStore } from '../support/smile/webhookStore';
import { thrownBy } from '../support/thrownBy';
import { unlike, update } from '../support/webhookUpdateRuns';
import { Worlds } from '../support/world';

quickPauses();
const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

/** What else than a rule of one webhook for an address refuses a second one, and the like of the first as well. */
const refusals: Array<[string, (webhooks: WebhookStore) => void]> = [
	['every creation with 415', (webhooks) => (webhooks.refusesAll = 'UNSUPPORTED_TYPE')],
	['every creation with 404', (webhooks) => (webhooks.refusesAll = 'MISSING_RESOURCE')],
	['every creation with 400', (webhooks) => (webhooks.refusesAll = 'INVALID_PARAMETERS')],
	[
		'a host that was allowed once',
		(webhooks) => webhooks.all.forEach(({ url }) => webhooks.closedHosts.add(new URL(url).host)),
	],
	['more webhooks than there are', (webhooks) => (webhooks.most = webhooks.all.length)],
];

describe('a Smile that refuses', () => {
	it.each(refusals)('%s costs a trigger nothing', async (_what, refuse) => {
		const { smile, trigger } = await worlds.publish();
		const before = smile.webhooks.all;
		refuse(smile.webhooks);

		trigger.change({ events: ['USER_CREATED'] });
		await expect(trigger.activate()).rejects.toThrow('register the webhook at Smile');

		expect(smile.webhooks.all).toEqual(before);
		expect(smile.journal.entries.filter(({ method }) => method === 'DELETE')).toEqual([]);
	});

	it.each(refusals)('%s costs an Update nothing', async (_what, refuse) => {
		const smile = await worlds.startSmile();
		const old = smile.webhooks.add(unlike);
		refuse(smile.webhooks);

		const error = await thrownBy(update(smile, old.id, { name: 'Renamed' }));

		expect(error.message).toContain('Could not create a changed webhook Renamed');
		expect(smile.webhooks.all).toEqual([old]);
		expect(smile.journal.entries.filter(({ method }) => method === 'DELETE')).toEqual([]);
	});
});

describe('the address that nobody has, tried before anything is deleted', () => {
	it('is below that of the webhook, gets an inactive one, and is free again', async () => {
		const { smile, trigger } = await worlds.publish({}, { onePerAddress: true });

		await trigger.edit({ events: ['USER_CREATED'] });

		const urls = smile.journal
			.of('POST', '/webhooks')
			.map(({ body }) => body as { url: string; active: boolean })
			.filter(({ url }) => url !== trigger.url);
		expect(urls).toEqual([expect.objectContaining({ active: false })]);
		expect(urls[0].url.replace(/[0-9a-f]{32}$/, '')).toBe(`${trigger.url}/`);
		expect(smile.webhooks.all).toMatchObject([{ url: trigger.url, eventTypes: ['USER_CREATED'] }]);
	});

	it('is named in the log where it cannot be left, and nothing is deleted', async () => {
		const { smile, trigger } = await worlds.publish({}, { onePerAddress: true });
		const [old] = smile.webhooks.all;
		smile.faults.next({ kind: 'status', status: 403, method: 'DELETE' });

		trigger.change({ events: ['USER_CREATED'] });
		await expect(trigger.activate()).rejects.toThrow('INVALID_PARAMETERS');

		const [, control] = smile.webhooks.all;
		expect(smile.webhooks.all).toEqual([old, expect.objectContaining({ active: false })]);
		expect(
			linesWith(trigger, `A webhook may be left at Smile: ${control.id} at ${control.url}`),
		).toHaveLength(1);
	});
});
