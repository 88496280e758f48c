import { usedHeap } from '../bench/collectGarbage';
import { runAction } from '../support/contexts/runAction';
import { isFullRun } from '../support/fullRun';
import { heapOverPages } from '../support/heapOverPages';
import { machine } from '../support/machine';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const pageSize = 150;
const pages = isFullRun ? 334 : 36;
const parts = 6;

describe(`${pages} pages of transactions`, () => {
	it('take memory for their items alone, and give it back', async () => {
		const smile = await worlds.startSmile({ rateLimit: 20 });
		smile.data.transactions(pages * pageSize - 100);
		const count = smile.data.all('transactions').length;
		const parameters = { resource: 'transaction', operation: 'getAll', returnAll: true };
		// What every run needs is loaded and made then.
		await runAction({ smile, parameters });
		const requestsBefore = smile.journal.entries.length;

		let ids: Set<unknown> | undefined;
		const { before, growth } = await heapOverPages(smile, Math.floor(pages / parts), async () => {
			const items = await runAction({ smile, parameters });
			ids = new Set(items.map(({ json }) => json.id));
			return items.length;
		});
		const size = ids?.size;
		ids = undefined;
		const left = usedHeap() / 1e6 - before;

		machine.notice(
			`${count} transactions: MB for each ${Math.floor(pages / parts)} pages ` +
				`${growth.map((one) => one.toFixed(1)).join(', ')}; left in the end ${left.toFixed(1)}`,
		);
		expect(size).toBe(count);
		const statuses = smile.journal.entries.slice(requestsBefore).map(({ status }) => status);
		expect(statuses).toEqual(Array(pages).fill(200));
		// In the first part the run before is let go of, and in one part what was before that; the others hold as many
		// items each.
		const later = growth.slice(1).filter((one) => one > 0);
		expect(later.length).toBeGreaterThanOrEqual(parts - 3);
		expect(Math.max(...later)).toBeLessThan(1.5 * Math.min(...later) + 1);
		expect(left).toBeLessThan(2);
	}, 180_000);
});
