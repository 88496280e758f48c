import { searchList } from '../support/contexts/runAction';
import { BOUNDS } from '../../nodes/Smile/actions/pickers/lookThrough';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const hook = { id: 'w-1', name: 'One', url: 'https://one.example.test', eventTypes: [] };
const all = 'Not all webhooks were searched: type a whole ID to find any other';

describe('a list to pick from whose pages do not end', () => {
	it.each([
		['repeats itself', [hook], ['', 'w-1']],
		['has nothing on its pages', [], ['']],
	])(
		'shows nothing twice where it %s, and says that it is not whole',
		async (_how, items, values) => {
			const smile = await worlds.startSmile();
			for (let place = 0; place < BOUNDS.pages + 5; place += 1) {
				const data = { nextCursor: `c${place}`, items };
				const body = { code: 'OK', message: 'Success', requestId: 'r', data };
				smile.faults.next({ kind: 'otherEnvelope', path: '/webhooks', body });
			}

			const { results, paginationToken } = await searchList('searchWebhooks', { smile });

			expect(results.map(({ value }) => value)).toEqual(values);
			expect(results[0].name).toBe(all);
			expect(paginationToken).toBeUndefined();
			expect(smile.journal.entries).toHaveLength(BOUNDS.pages);
		},
	);
});
