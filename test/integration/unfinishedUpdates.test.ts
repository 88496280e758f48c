import { runAction } from '../support/contexts/runAction';
import { quickPauses } from '../support/quickPauses';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';
import { fields, unlike } from '../support/webhookUpdateRuns';

quickPauses();
const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

describe('an update that ends half way', () => {
	it.each([
		{ kind: 'status', status: 400, method: 'DELETE' } as const,
		{ kind: 'html', status: 404, method: 'DELETE' } as const,
	])('names both webhooks when the old one cannot be deleted: %j', async (fault) => {
		const smile = await worlds.startSmile();
		const old = smile.webhooks.add(unlike);
		smile.faults.next(fault);

		const [item] = await runAction({
			smile,
			continueOnFail: true,
			parameters: fields(old.id, { name: 'Renamed' }),
		});

		const renewed = smile.webhooks.all.find(({ name }) => name === 'Renamed');
		expect(smile.webhooks.all).toHaveLength(2);
		expect(item.json.error).toContain(old.id);
		expect(item.json.error).toContain(renewed?.id);
		expect(item.json).toMatchObject({
			description: expect.stringMatching(/delete it: both deliver/) as string,
			mayHaveHappened: true,
		});
	});

	it('names both when somebody stops it while a slow Smile deletes the old one', async () => {
		const smile = await worlds.startSmile();
		const old = smile.webhooks.add(unlike);
		smile.faults.next({ kind: 'slow', ms: 10_000, method: 'DELETE' });
		const stop = new AbortController();
		const run = runAction({
			smile,
			abortSignal: stop.signal,
			continueOnFail: true,
			parameters: fields(old.id, { name: 'Renamed' }),
		});
		const error = thrownBy(run);
		await smile.journal.waitFor(({ method }) => method === 'DELETE');
		const renewed = smile.webhooks.all.find(({ name }) => name === 'Renamed');

		stop.abort();

		const { message, description } = await error;
		expect(message).toBe('The execution was cancelled');
		expect(description).toContain(old.id);
		expect(description).toContain(renewed?.id);
	});

	it('says what may be there when somebody stops it while a slow Smile makes the new one', async () => {
		const smile = await worlds.startSmile();
		const old = smile.webhooks.add(unlike);
		smile.faults.next({ kind: 'slow', ms: 10_000, method: 'POST' });
		const stop = new AbortController();
		const error = thrownBy(
			runAction({
				smile,
				abortSignal: stop.signal,
				parameters: fields(old.id, { name: 'Renamed' }),
			}),
		);
		await smile.journal.waitFor(({ method }) => method === 'POST');

		stop.abort();

		const { description } = await error;
		expect(description).toContain('Smile may have done this all the same');
		expect(description).toContain(
			'a changed webhook Renamed for https://receiver.example.test/smile',
		);
		expect(description).toContain(`${old.id} is still there`);
		expect(smile.webhooks.get(old.id)).toEqual(old);
	});

	it('says that Smile may have made the new one when its answer is lost and the list refused', async () => {
		const smile = await worlds.startSmile();
		const old = smile.webhooks.add(unlike);
		smile.faults.next({ kind: 'answerLost', method: 'POST' });
		smile.faults.next({ kind: 'status', status: 403, method: 'GET', skip: 2 });

		const [item] = await runAction({
			smile,
			continueOnFail: true,
			parameters: fields(old.id, { name: 'Renamed' }),
		});

		expect(smile.webhooks.all).toHaveLength(2);
		expect(item.json).toMatchObject({
			description: expect.stringContaining('Smile may have done it all the same') as string,
			mayHaveHappened: true,
		});
		expect(item.json.description).toContain(old.id);
	});
});
