import { Attempts } from '../../../nodes/Smile/activation/attempts';
import type { Trigger } from '../../../nodes/Smile/activation/trigger';
import { ManualClock } from '../../support/manualClock';

const time = new ManualClock();
const trigger: Trigger = {
	workflowId: 'wf-1',
	id: 'wf-1/node-1',
	address: 'https://n8n.example.test/webhook/1/webhook',
	name: '"Smile Trigger" of workflow wf-1',
};
const sibling: Trigger = { ...trigger, id: 'wf-1/node-2', address: 'https://n8n.example.test/2' };
const stranger: Trigger = { ...sibling, workflowId: 'wf-2', id: 'wf-2/node-2' };
const testRun: Trigger = { ...trigger, address: 'https://n8n.example.test/webhook-test/1/webhook' };
const webhook = { id: 'w-1', url: trigger.address, eventTypes: [] };

describe('what n8n calls delete() for', () => {
	it('is to unpublish where nothing else was seen, and after a registration', () => {
		const attempts = new Attempts();

		expect(attempts.endOf(trigger)).toEqual({ kind: 'unpublished' });
		attempts.begin(trigger, false).outcome = 'registered';
		expect(attempts.endOf(trigger)).toEqual({ kind: 'unpublished' });
	});

	it('is the end of a test run, for the address of that, however often n8n asks', () => {
		const attempts = new Attempts();
		attempts.begin(testRun, true).outcome = 'registered';

		expect(attempts.endOf(trigger).kind).toBe('unpublished');
		expect(attempts.endOf(testRun).kind).toBe('test run');
		expect(attempts.endOf(testRun).kind).toBe('test run');
	});

	it.each([true, false])('is a failed activation until the next one, test run: %s', (isTest) => {
		const attempts = new Attempts();
		attempts.begin(trigger, isTest).outcome = 'failed';

		expect(attempts.endOf(trigger)).toEqual({ kind: 'failed activation' });
		expect(attempts.endOf(trigger)).toEqual({ kind: 'failed activation' });
		attempts.begin(trigger, false).outcome = 'registered';
		expect(attempts.endOf(trigger)).toEqual({ kind: 'unpublished' });
	});

	it('is a failed activation for the triggers of a workflow one of which failed, until that one was asked', () => {
		const attempts = new Attempts(time);
		const first = attempts.begin(trigger, false);
		first.outcome = 'registered';
		first.made = webhook;
		attempts.begin(sibling, false).outcome = 'failed';

		expect(attempts.endOf(stranger).kind).toBe('unpublished');
		expect(attempts.endOf(trigger)).toEqual({ kind: 'failed activation', made: webhook });
		expect(attempts.endOf(sibling).kind).toBe('failed activation');
		time.jam(120_000);
		expect(attempts.endOf(trigger).kind).toBe('unpublished');
	});

	it('is a failed activation for a trigger that was not tried, when n8n asks the one that failed first', () => {
		const attempts = new Attempts(time);
		attempts.begin(sibling, false).outcome = 'failed';
		time.jam(60_000);

		expect(attempts.endOf(sibling).kind).toBe('failed activation');
		time.jam(119_999);
		expect(attempts.endOf(stranger).kind).toBe('unpublished');
		expect(attempts.endOf(trigger)).toEqual({ kind: 'failed activation', made: undefined });
	});

	it('is a failed activation both times that n8n goes through the triggers after one failure', () => {
		const attempts = new Attempts(time);
		const first = attempts.begin(trigger, false);
		first.outcome = 'registered';
		first.made = webhook;
		attempts.begin(sibling, false).outcome = 'failed';

		const reasons = [trigger, sibling, trigger, sibling].map((one) => attempts.endOf(one));

		expect(reasons).toEqual([
			{ kind: 'failed activation', made: webhook },
			...Array.from({ length: 3 }, () => ({ kind: 'failed activation' })),
		]);
	});

	it('is to unpublish again some minutes after the failure was cleaned up, however often n8n asks then', () => {
		const attempts = new Attempts(time);
		attempts.begin(sibling, false).outcome = 'failed';
		attempts.endOf(sibling);
		time.jam(120_000);

		expect(attempts.endOf(sibling).kind).toBe('failed activation');
		expect(attempts.endOf(trigger).kind).toBe('unpublished');
	});

	it('is to unpublish again where n8n has not asked the one that failed for a quarter of an hour', () => {
		const attempts = new Attempts(time);
		attempts.begin(sibling, false).outcome = 'failed';

		time.jam(15 * 60_000 - 1);
		expect(attempts.endOf(trigger).kind).toBe('failed activation');
		time.jam(1);
		expect(attempts.endOf(trigger).kind).toBe('unpublished');
	});

	it('is a failed activation with what the registration made and what serves the trigger', () => {
		const attempts = new Attempts(time);
		const own = attempts.begin(trigger, false);
		const serving = { ...webhook, id: 'w-2' };
		Object.assign(own, { outcome: 'registered', made: webhook, serving });
		attempts.begin(sibling, false).outcome = 'failed';

		expect(attempts.endOf(trigger)).toMatchObject({ made: webhook, serving });
	});

	it('is to unpublish where the trigger was registered by itself, right after the clean-up too', () => {
		const attempts = new Attempts(time);
		attempts.begin(sibling, false).outcome = 'failed';
		attempts.endOf(sibling);
		attempts.begin(trigger, false).outcome = 'registered';

		expect(attempts.endOf(trigger)).toEqual({ kind: 'unpublished' });
	});

	it('is a failed activation for a trigger of such a workflow that this process has not registered', () => {
		const attempts = new Attempts();
		attempts.begin(sibling, false).outcome = 'failed';

		expect(attempts.endOf(trigger)).toEqual({ kind: 'failed activation', made: undefined });
	});

	it('is the end of a test run with a sample, where n8n brought one', () => {
		const attempts = new Attempts();
		attempts.begin(testRun, true).isSampled = true;

		expect(attempts.endOf(testRun)).toEqual({ kind: 'sampled test run' });
	});

	it('has nothing to do with the failed test run of another trigger', () => {
		const attempts = new Attempts();
		attempts.begin(trigger, false).outcome = 'registered';
		attempts.begin(sibling, true).outcome = 'failed';

		expect(attempts.endOf(trigger).kind).toBe('unpublished');
	});
});

describe('an attempt', () => {
	it('goes on in create() with what checkExists() began', () => {
		const attempts = new Attempts();
		const begun = attempts.begin(trigger, false);

		expect(attempts.begin(trigger, false)).toBe(begun);
		begun.outcome = 'registered';
		expect(attempts.begin(trigger, false)).not.toBe(begun);
	});

	it('is another one in a test run', () => {
		const attempts = new Attempts();
		const begun = attempts.begin(trigger, false);

		const test = attempts.begin(trigger, true);

		expect(test).toMatchObject({ trigger, isTest: true, outcome: 'under way' });
		expect(test.cleanedUpAt).toBeUndefined();
		expect([attempts.isCurrent(begun), attempts.isCurrent(test)]).toEqual([false, true]);
	});

	it('is current until delete() or the next one', () => {
		const attempts = new Attempts();
		const first = attempts.begin(testRun, true);

		expect(attempts.isCurrent(first)).toBe(true);
		attempts.endOf(testRun);
		expect(attempts.isCurrent(first)).toBe(false);
		const next = attempts.begin(testRun, true);
		expect([next === first, attempts.isCurrent(next)]).toEqual([false, true]);
	});
});
