import { lapse } from '../support/lapse';
import { waitFor } from '../support/waitFor';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const duplicate = { status: 200, body: JSON.stringify({ status: 'ignored', reason: 'duplicate' }) };
const event = { id: 'et-1', type: 'INCOMES_ADDED', data: {} };

/** A promise and the function that resolves it. */
function gate() {
	let open: () => void = () => {};
	const opened = new Promise<void>((resolve) => (open = resolve));
	return { open, opened };
}

describe('an event that is delivered twice', () => {
	it('starts one execution', async () => {
		const { smile, trigger } = await worlds.publish();

		await smile.deliver(event);

		expect(await smile.deliver(event)).toMatchObject(duplicate);
		expect(trigger.executions).toHaveLength(1);
	});

	it('starts one execution when both arrive at once', async () => {
		const { smile, trigger } = await worlds.publish();

		const answers = await Promise.all(
			Array.from({ length: 20 }, async () => await smile.deliver(event)),
		);

		expect(answers.every(({ status }) => status === 200)).toBe(true);
		expect(answers.filter(({ body }) => body === duplicate.body)).toHaveLength(19);
		expect(trigger.executions).toHaveLength(1);
	});

	it('starts one execution for each when somebody wants duplicates', async () => {
		const { smile, trigger } = await worlds.publish({ options: { ignoreDuplicates: false } });

		await smile.deliver(event);
		await smile.deliver(event);

		expect(trigger.executions).toHaveLength(2);
	});

	it('is not lost when n8n fails at the first delivery', async () => {
		const { smile, trigger } = await worlds.publish();
		trigger.failNextExecutionStart();

		const answer = await smile.deliver(event);

		expect(answer.attempts.map(({ status }) => status)).toEqual([500, 200]);
		expect(trigger.executions).toHaveLength(1);
		expect(await smile.deliver(event)).toMatchObject(duplicate);
	});

	it('waits for the outcome of the first delivery and goes on when that failed', async () => {
		const { smile, trigger } = await worlds.publish();
		const { open, opened } = gate();
		trigger.delayExecutionStart(opened);
		trigger.failNextExecutionStart();

		const both = Promise.all([
			smile.deliver(event, { retry: false }),
			smile.deliver(event, { retry: false }),
		]);
		open();
		const statuses = (await both).map(({ status }) => status).sort();

		expect(statuses).toEqual([200, 500]);
		expect(trigger.executions).toHaveLength(1);
	});

	it('starts one execution when Smile hangs up before n8n has answered', async () => {
		const { smile, trigger } = await worlds.publish();
		const { open, opened } = gate();
		trigger.delayExecutionStart(opened);

		const cut = await smile.deliver(event, { retry: false, timeoutMs: 300 });
		const retry = smile.deliver(event, { retry: false });
		open();

		expect(cut.status).toBeNull();
		expect(await retry).toMatchObject(duplicate);
		expect(trigger.executions).toHaveLength(1);
	});

	it('starts one execution when n8n has noticed the hang-up before Smile sends again', async () => {
		const { smile, trigger } = await worlds.publish();
		const { open, opened } = gate();
		trigger.delayExecutionStart(opened);

		const cut = await smile.deliver(event, { retry: false, timeoutMs: 300 });
		await lapse(200);
		const retry = smile.deliver(event, { retry: false });
		await lapse(200);
		open();

		expect(cut.status).toBeNull();
		expect(await retry).toMatchObject(duplicate);
		expect(trigger.executions).toHaveLength(1);
	});

	it('starts one execution when Smile has given up on all its tries before n8n has answered', async () => {
		const { smile, trigger } = await worlds.publish();
		const { open, opened } = gate();
		trigger.delayExecutionStart(opened);

		const given = await smile.deliver(event, { timeoutMs: 200 });
		open();

		expect(given.attempts.map(({ status }) => status)).toEqual([null, null, null]);
		expect(await smile.deliver(event)).toMatchObject(duplicate);
		await lapse(100);
		expect(trigger.executions).toHaveLength(1);
	});

	it('is to be sent again when too many wait for the first delivery', async () => {
		const { smile, trigger } = await worlds.publish();
		const { open, opened } = gate();
		trigger.delayExecutionStart(opened);

		const refused: string[] = [];
		const deliver = async () => {
			const { status, body } = await smile.deliver(event, { retry: false });
			if (status === 503) refused.push(body);
		};
		const crowd = Promise.all(Array.from({ length: 60 }, deliver));
		await waitFor(() => refused.length === 9);
		open();
		await crowd;

		const busy = JSON.stringify({ status: 'failed', reason: 'busy' });
		expect(refused).toEqual(Array.from({ length: 9 }, () => busy));
		expect(trigger.executions).toHaveLength(1);
		expect(trigger.logs.map(({ message }) => message)).toContainEqual(
			expect.stringContaining('Smile delivery failed: too many deliveries of one event'),
		);
	});

	it('is not lost when Smile hangs up and n8n then fails', async () => {
		const { smile, trigger } = await worlds.publish();
		const { open, opened } = gate();
		trigger.delayExecutionStart(opened);
		trigger.failNextExecutionStart();

		await smile.deliver(event, { retry: false, timeoutMs: 300 });
		open();

		await waitFor(async () => (await smile.deliver(event)).status === 200);
		expect(trigger.executions).toHaveLength(1);
	});

	it('starts an execution in each of two workflows', async () => {
		const smile = await worlds.startSmile();
		const one = await worlds.publishAt(smile, { publicUrl: 'https://one.example.test/' });
		const other = await worlds.publishAt(smile, { publicUrl: 'https://other.example.test/' });

		await smile.emit(event);
		await smile.emit(event);

		expect(one.executions).toHaveLength(1);
		expect(other.executions).toHaveLength(1);
	});

	it('is still a duplicate after the workflow was edited and published again', async () => {
		const { smile, trigger } = await worlds.publish();
		await smile.deliver(event);

		await trigger.deactivate();
		await trigger.activate();

		expect(await smile.deliver(event)).toMatchObject(duplicate);
	});

	it('is shown again to a person who listens for a test event again', async () => {
		const { smile, trigger } = await worlds.publish({ mode: 'manual' });
		// n8n removes a test webhook after its first event.
		const isRemoved = () => !trigger.isListening();
		await smile.deliver(event);
		await waitFor(isRemoved);

		await trigger.activate();
		await smile.deliver(event);
		await waitFor(isRemoved);

		expect(trigger.executions).toHaveLength(2);
	});
});
