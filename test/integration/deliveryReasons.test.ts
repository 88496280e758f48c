import { linesWith } from '../support/logLines';
import type { DeliverOptions } from '../support/smile/delivery';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

/** A content type of which n8n leaves the reading to the node. */
const unparsed = { contentType: 'application/octet-stream' };

describe('what an operator reads of a delivery that started nothing', () => {
	const cases: Array<[string, number, string, Buffer | string, DeliverOptions]> = [
		[
			'rejected: body is larger than n8n accepts',
			413,
			'size',
			Buffer.alloc(17_000_000, 'x'),
			unparsed,
		],
		[
			'failed: body could not be read',
			503,
			'body',
			'not compressed',
			{ ...unparsed, headers: { 'content-encoding': 'gzip' } },
		],
		['rejected: no Smile event', 400, 'envelope', '[]', {}],
	];
	it.each(cases)('"%s"', async (text, status, reason, body, how) => {
		const { smile, trigger } = await worlds.publish({ typeVersion: 1.1 });

		const answer = await smile.deliver(Buffer.from(body), { ...how, retry: false });

		expect(answer).toMatchObject({ status, body: expect.stringContaining(`"reason":"${reason}"`) });
		expect(linesWith(trigger, `Smile delivery ${text} (count=1`)).toHaveLength(1);
		expect(trigger.executions).toEqual([]);
		expect(trigger.failedExecutions).toEqual([]);
	});

	it('"failed: credential could not be read", and why', async () => {
		const { smile, trigger } = await worlds.publish();
		trigger.credentials.failNextReads(1);

		const answer = await smile.deliver('USER_CREATED', { retry: false });

		expect(JSON.parse(answer.body)).toEqual({ status: 'failed', reason: 'credential' });
		expect(
			linesWith(trigger, 'Smile delivery failed: credential could not be read (count=1'),
		).toHaveLength(1);
		expect(trigger.logs).toContainEqual({
			level: 'debug',
			message: 'The credential of a Smile Trigger could not be read',
			metadata: { reason: expect.stringMatching(/\w/) },
		});
	});

	it('"rejected: caller is not Smile\'s address"', async () => {
		const { smile, trigger } = await worlds.publish({ options: { smileIpOnly: true } });

		await smile.deliver('USER_CREATED', { retry: false });

		expect(
			linesWith(trigger, "Smile delivery rejected: caller is not Smile's address (count=1"),
		).toHaveLength(1);
	});
});
