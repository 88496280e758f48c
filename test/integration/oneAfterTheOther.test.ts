import { runAction } from '../support/contexts/runAction';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

describe('items that change something', () => {
	it('are done one after the other where Smile is slow', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'slow', ms: 80, method: 'POST', times: Infinity });
		const items = Array.from({ length: 4 }, () => ({ json: {} }));

		const found = await runAction({
			smile,
			items,
			parameters: { resource: 'user', operation: 'create' },
		});

		expect(found).toHaveLength(4);
		const times = smile.journal.of('POST', '/users').map(({ at }) => at.getTime());
		const gaps = times.slice(1).map((time, place) => time - times[place]);
		expect(Math.min(...gaps)).toBeGreaterThanOrEqual(75);
	});

	it('that only send a test run one after the other too', async () => {
		const { smile, trigger } = await worlds.publish();
		const webhookId = { __rl: true, mode: 'url', value: trigger.localUrl };
		let release = () => {};
		trigger.delayExecutionStart(new Promise<void>((resolve) => (release = resolve)));
		const items = Array.from({ length: 3 }, () => ({ json: {} }));
		const parameters = {
			resource: 'event',
			operation: 'sendTest',
			webhookId,
			eventType: 'INCOMES_ADDED',
		};

		const run = runAction({ smile, parameters, items });
		await smile.journal.waitFor(({ method }) => method === 'POST');
		expect(trigger.executions).toHaveLength(0);
		release();

		expect(await run).toHaveLength(3);
	});
});
