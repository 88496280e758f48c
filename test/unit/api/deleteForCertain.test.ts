import { deleteForCertain } from '../../../nodes/Smile/api/deleteForCertain';
import { MemorySmile, refused } from '../../support/memorySmile';
import { quickPauses } from '../../support/quickPauses';
import { networkError } from '../../support/scriptedSmile';

quickPauses();

const isLost = Array<Error>(5).fill(networkError('ECONNRESET'));

/** A Smile with a webhook beside the one that is to be deleted. */
function setUp() {
	const smile = new MemorySmile();
	const { id } = smile.webhooks.add();
	smile.webhooks.add();
	return { smile, id, run: async () => await deleteForCertain(smile.client(), id) };
}

describe('a deletion', () => {
	it('tells what it deleted from what was gone before, and asks no more', async () => {
		const { smile, id, run } = setUp();

		expect(await run()).toEqual({ ok: true, value: 'deleted' });
		expect(await run()).toEqual({ ok: true, value: 'gone' });

		expect(smile.writes).toEqual(Array(2).fill(`DELETE /webhooks/${id}`));
	});

	it('that Smile refuses is not looked up', async () => {
		const { smile, run } = setUp();
		smile.interfere('DELETE', refused);

		expect(await run()).toMatchObject({ ok: false, failure: { kind: 'refused' } });

		expect(smile.calls).toHaveLength(1);
	});

	it('whose answers were lost is done where the list no longer has the webhook', async () => {
		const { smile, id, run } = setUp();
		const removes = () => {
			smile.webhooks.remove(id);
			return isLost[0];
		};
		smile.interfere('DELETE', removes, ...isLost);

		expect(await run()).toEqual({ ok: true, value: 'deleted' });
	});

	it.each(['still has it', 'cannot be read'])(
		'whose answers were lost is a doubt where the list %s',
		async (list) => {
			const { smile, run } = setUp();
			smile.interfere('DELETE', ...isLost);
			if (list === 'cannot be read') smile.interfere('GET', refused);

			expect(await run()).toMatchObject({ ok: false, failure: { kind: 'unreachable' } });
		},
	);
});
