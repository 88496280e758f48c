import { removalClock } from '../support/contexts/removalClock';
import { quickPauses } from '../support/quickPauses';
import { thrownBy } from '../support/thrownBy';
import { unlike, update, writesAt } from '../support/webhookUpdateRuns';
import { Worlds } from '../support/world';

quickPauses();
const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const another = { name: 'Of somebody else', url: 'https://other.example.test/smile' };

describe('a Smile that gives the webhook which is at an address already', () => {
	it('costs none at an update, which fails', async () => {
		const smile = await worlds.startSmile();
		const old = smile.webhooks.add(unlike);
		smile.webhooks.secondAtAddress = 'existing';

		const error = await thrownBy(update(smile, old.id, { active: true }));

		expect(error.message).toContain('it is another webhook');
		expect(smile.webhooks.all).toEqual([old]);
		expect(writesAt(smile)).toEqual(['POST']);
	});

	it('fails an edit of a trigger, whose next publication makes its webhook', async () => {
		const { smile, trigger } = await worlds.publish();
		smile.webhooks.secondAtAddress = 'existing';

		await expect(trigger.edit({ events: ['USER_CREATED'] })).rejects.toThrow(
			'it is another webhook',
		);
		await removalClock.pass(10_000);
		await trigger.activate();

		expect(smile.webhooks.all).toMatchObject([{ url: trigger.url, eventTypes: ['USER_CREATED'] }]);
		expect(trigger.staticData().webhookId).toBe(smile.webhooks.all[0].id);
	});
});

describe('a Smile that changes the webhook which is at an address already', () => {
	it('costs none at an update', async () => {
		const smile = await worlds.startSmile();
		const old = smile.webhooks.add(unlike);
		smile.webhooks.secondAtAddress = 'changed';

		const [{ json }] = await update(smile, old.id, { active: true });

		expect(json).toMatchObject({ id: old.id, active: true });
		expect(smile.webhooks.all).toMatchObject([{ id: old.id, active: true }]);
		expect(writesAt(smile)).toEqual(['POST']);
	});

	it('costs none at an edit of a trigger', async () => {
		const { smile, trigger } = await worlds.publish();
		smile.webhooks.secondAtAddress = 'changed';

		await trigger.edit({ events: ['USER_CREATED'] });
		await removalClock.pass(10_000);

		expect(smile.webhooks.all).toMatchObject([{ url: trigger.url, eventTypes: ['USER_CREATED'] }]);
		expect(trigger.staticData().webhookId).toBe(smile.webhooks.all[0].id);
	});
});

describe('a Smile that gives a webhook of another address', () => {
	it('costs none at an update', async () => {
		const smile = await worlds.startSmile();
		const old = smile.webhooks.add(unlike);
		const theirs = smile.webhooks.add(another);
		const body = { code: 'OK', data: theirs };
		smile.faults.next({ kind: 'otherEnvelope', method: 'POST', path: '/webhooks', body });

		await thrownBy(update(smile, old.id, { active: true }));

		expect(smile.webhooks.all).toEqual([old, theirs]);
	});

	it('is not asked for by an update, nor shown, when it is given for the one that was', async () => {
		const smile = await worlds.startSmile();
		const old = smile.webhooks.add(unlike);
		const theirs = smile.webhooks.add(another);
		const body = { code: 'OK', data: theirs };
		smile.faults.next({ kind: 'otherEnvelope', method: 'GET', path: `/webhooks/${old.id}`, body });

		const error = await thrownBy(update(smile, old.id, { active: true }));

		expect(error.message).toContain('another record than the one that was asked for');
		expect(writesAt(smile)).toEqual([]);
	});

	it('does not end a publication', async () => {
		const smile = await worlds.startSmile();
		const theirs = smile.webhooks.add(another);
		const body = { code: 'OK', data: theirs };
		smile.faults.next({ kind: 'otherEnvelope', method: 'POST', path: '/webhooks', body });

		await expect(worlds.publishAt(smile)).rejects.toThrow('it is another webhook');

		expect(smile.webhooks.all).toEqual([theirs]);
	});
});
