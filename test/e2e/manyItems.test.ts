import { mostOpen } from '../support/mostOpen';
import type { Execution } from '../support/n8n/types';
import { actionNode } from '../support/n8n/workflows';
import { borrowN8nWorld, type N8nWorld } from '../support/n8n/world';

let world: N8nWorld;
beforeAll(async () => {
	world = await borrowN8nWorld();
});
afterAll(async () => await world?.close());

const getUser = {
	resource: 'user',
	operation: 'get',
	userId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
	simplify: '={{ false }}',
};

describe('many items in a real n8n', () => {
	it('are read side by side from a slow Smile, and come out in their order', async () => {
		const { smile, rest, credential } = world;
		smile.data.people(80);
		const items = smile.data.all('users').map(({ id }) => ({ id }));
		smile.faults.next({ kind: 'slow', ms: 2_000, times: Infinity });
		let execution: Execution | undefined;

		const most = await mostOpen(
			() => smile.journal.entries,
			async () => (execution = await rest.runAction({ parameters: getUser, credential, items })),
		);
		smile.faults.clear();

		expect(execution?.error).toBeUndefined();
		const results = execution?.items(actionNode) ?? [];
		expect(results.map(({ json }) => json.id)).toEqual(items.map(({ id }) => id));
		expect(results.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
		expect(most).toBeGreaterThan(4);
		expect(smile.journal.entries.filter(({ status }) => status === 429)).toEqual([]);
	});

	it('that fail end with the error of the earliest', async () => {
		const { smile, rest, credential } = world;
		const [first, second] = smile.data.all('users').map(({ id }) => ({ id }));
		const items = [first, { id: 'u-first-unknown' }, second, { id: 'u-second-unknown' }];

		const execution = await rest.runAction({ parameters: getUser, credential, items });

		expect(execution.error?.message).toContain('u-first-unknown');
		expect(execution.error).toMatchObject({ context: { itemIndex: 1 } });
	});
});
