import { searchList } from '../support/contexts/runAction';
import { addWebhooks } from '../support/smile/addWebhooks';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

async function smileWith(count: number): Promise<SimulatedSmile> {
	const smile = await worlds.startSmile();
	addWebhooks(smile, count);
	return smile;
}

describe('the list of webhooks to pick from', () => {
	it('shows name and address, a page at a time', async () => {
		const smile = await smileWith(200);

		const first = await searchList('searchWebhooks', { smile });
		const second = await searchList('searchWebhooks', {
			smile,
			paginationToken: String(first.paginationToken),
		});

		expect(first.results).toHaveLength(150);
		expect(second.results).toHaveLength(50);
		expect(second.paginationToken).toBeUndefined();
		expect(first.results[0]?.name).toMatch(/^Hook \d+ \(https:\/\/receiver\.example\.test\/\d\)$/);
	});

	it.each([
		['HOOK 17', 1],
		['example.test/3', 3],
		['nowhere', 0],
	])('finds by %j', async (filter, count) => {
		const smile = await smileWith(21);

		const { results } = await searchList('searchWebhooks', { smile, filter });

		expect(results).toHaveLength(count);
	});

	it('says why it is empty when the key is wrong', async () => {
		const smile = await worlds.startSmile();

		const error = await thrownBy(
			searchList('searchWebhooks', { smile, credential: { apiKey: 'dummy-wrong' } }),
		);

		expect(error.message).toContain('refused the API key');
	});
});
