import { linesWith } from '../support/logLines';
import { waitFor } from '../support/waitFor';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

describe('listening for a test event', () => {
	it('uses an address of its own and leaves production alone', async () => {
		const smile = await worlds.startSmile();
		const live = await worlds.publishAt(smile);
		const test = await worlds.publishAt(smile, {
			mode: 'manual',
			publicUrl: 'https://test.example.test/',
		});
		const production = smile.webhooks.withUrl(live.url);

		expect(test.url).toContain('/webhook-test/');
		await smile.deliver('USER_CREATED', { to: test.url });
		await waitFor(() => smile.webhooks.withUrl(test.url).length === 0);

		expect(test.executions).toHaveLength(1);
		expect(smile.webhooks.all).toEqual(production);
		expect(live.executions).toEqual([]);
	});

	it('again shows the event that was seen before, also over a webhook that Smile did not delete', async () => {
		const { smile, trigger } = await worlds.publish({ mode: 'manual' });
		smile.faults.next({ kind: 'status', status: 400, method: 'DELETE' });
		await smile.deliver({ id: 'et-1', type: 'T', data: {} });
		await waitFor(() => !trigger.isListening());
		expect(trigger.logs.map(({ message }) => message).join()).toContain('may be left');

		await trigger.activate();
		await smile.deliver({ id: 'et-1', type: 'T', data: {} });

		expect(trigger.executions).toHaveLength(2);
	});

	it('stopped before Smile had answered leaves nothing there', async () => {
		const smile = await worlds.startSmile();
		const trigger = await worlds.publishAt(smile, { mode: 'manual', activate: false });
		smile.faults.next({ kind: 'slow', ms: 200, method: 'POST' });

		const listening = trigger.activate();
		await smile.journal.waitFor(({ method }) => method === 'POST');
		await trigger.deactivate();
		await listening;

		expect(smile.webhooks.all).toEqual([]);
	});

	it.each(['empty', 'refused'])(
		'is over at the first of two events that come together, list then: %s',
		async (then) => {
			const { smile, trigger } = await worlds.publish({ mode: 'manual' });
			if (then === 'refused') smile.faults.next({ kind: 'status', status: 400, method: 'DELETE' });

			// n8n calls delete() for each event that comes before the first call is done.
			await trigger.remove();
			if (then === 'refused') smile.faults.next({ kind: 'status', status: 400, method: 'GET' });
			await trigger.remove();

			expect(linesWith(trigger, 'removal scheduled')).toEqual([]);
			expect(linesWith(trigger, 'may be left')).toHaveLength(then === 'refused' ? 2 : 0);
			expect(smile.webhooks.all).toHaveLength(then === 'refused' ? 1 : 0);
		},
	);

	it('that fails because Smile refuses to list webhooks deletes nothing', async () => {
		const { smile, trigger } = await worlds.publish({ mode: 'manual' });
		const webhooks = smile.webhooks.all;
		smile.faults.next({ kind: 'status', status: 400, method: 'GET' });

		await expect(trigger.activate()).rejects.toThrow('INVALID_PARAMETERS');

		expect(smile.webhooks.all).toEqual(webhooks);
	});

	it('ends without an unhandled error when Smile refuses to delete the webhook', async () => {
		const { smile, trigger } = await worlds.publish({ mode: 'manual' });
		smile.faults.next({ kind: 'status', status: 400, times: Infinity });

		await smile.deliver('USER_CREATED');
		await waitFor(() => trigger.logs.some(({ message }) => message.includes('may be left')));

		expect(trigger.executions).toHaveLength(1);
		expect(trigger.unhandledErrors).toEqual([]);
	});
});
