import { createHmac } from 'node:crypto';

import { attempts } from '../../../nodes/Smile/activation/memory';
import { sendSample } from '../../../nodes/Smile/activation/sendSample';
import { triggerOf } from '../../../nodes/Smile/activation/trigger';
import { said, type Interference } from '../../support/memorySmile';
import { networkError } from '../../support/scriptedSmile';
import { ownWorkflow, secret } from '../../support/triggerHooks';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const address = 'https://n8n.example.test/webhook-test/1/webhook';
const text = '{"id":"et-test-1"}';

/** Sends a sample to n8n, which answers so. */
function sending(...replies: Interference[]) {
	const { smile, hooks, name } = ownWorkflow({ mode: 'manual', address });
	const { context } = hooks();
	const trigger = triggerOf(context);
	const own = attempts.begin(trigger, true);
	smile.interfere('POST', ...replies);
	return { smile, name, trigger, sent: sendSample(context, own, { text, secret }) };
}

const failed = { status: 503 };
const warning = (name: string, why: string) =>
	`warn: The sample event for the test run of the trigger ${name} was not accepted at ${address} (${why}). Stop listening, then try again`;

describe('the sample of a test run', () => {
	it('is sent half a second after the editor has begun to wait, signed', async () => {
		const { smile } = sending({ status: 200 });

		await jest.advanceTimersByTimeAsync(499);
		expect(smile.calls).toEqual([]);
		await jest.advanceTimersByTimeAsync(1);

		const signature = createHmac('sha512', secret).update(text).digest('hex');
		expect(smile.asked).toMatchObject([
			{
				call: `POST ${address}`,
				body: Buffer.from(text),
				headers: { 'Smile-Signature': signature },
			},
		]);
	});

	it.each([200, 204, 299])('is sent once where n8n answers %i', async (status) => {
		const { smile, sent } = sending({ status });

		await jest.runAllTimersAsync();
		await sent;

		expect([smile.calls.length, said(smile)]).toEqual([1, []]);
	});

	it('is sent again until n8n has taken it', async () => {
		const { smile, sent } = sending(failed, networkError('ECONNREFUSED'), { status: 200 });

		await jest.advanceTimersByTimeAsync(1_499);
		expect(smile.calls).toHaveLength(2);
		await jest.advanceTimersByTimeAsync(1);
		await sent;

		expect(smile.calls).toHaveLength(3);
		expect(said(smile)).toEqual(['debug: The sample event of a test run got no answer']);
	});

	it.each([
		[failed, 'HTTP 503'],
		[{ status: 300 }, 'HTTP 300'],
		[networkError('ECONNREFUSED'), 'the connection was refused'],
	])('is given up after three tries, and the log says why: %j', async (reply, why) => {
		const { smile, sent, name } = sending(reply, reply, reply, { status: 200 });

		await jest.runAllTimersAsync();
		await sent;

		expect(smile.calls).toHaveLength(3);
		expect(said(smile).at(-1)).toBe(warning(name, why));
	});

	it('is not sent, or not again, once the test run is over', async () => {
		const stopped = sending({ status: 200 });
		attempts.endOf(stopped.trigger);
		const stoppedLater = sending(failed);
		await jest.advanceTimersByTimeAsync(500);
		attempts.begin(stoppedLater.trigger, false);

		await jest.runAllTimersAsync();
		await Promise.all([stopped.sent, stoppedLater.sent]);

		expect([stopped.smile.calls.length, stoppedLater.smile.calls.length]).toEqual([0, 1]);
		expect([...said(stopped.smile), ...said(stoppedLater.smile)]).toEqual([]);
	});
});
