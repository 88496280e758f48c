import { readGroup } from '../../../nodes/Smile/api/readGroup';
import type { PayloadGroup } from '../../../nodes/Smile/events/payloadGroups';
import { enveloped, pageReply, scriptedSmile, type Reply } from '../../support/scriptedSmile';

const ids = (...all: string[]) => all.map((id) => ({ id }));
const incomes = (more: Partial<PayloadGroup> = {}): PayloadGroup => ({
	datapoint: 'incomes',
	sourceId: 'a-1',
	records: ids('i-1', 'i-2'),
	isCut: true,
	list: { path: '/incomes', query: { sourceId: 'a-1' } },
	...more,
});

async function readOf(group: PayloadGroup, ...replies: Reply[]) {
	const smile = scriptedSmile(...replies);
	return { found: await readGroup(group, smile.client), smile };
}

describe('the records of one kind and source', () => {
	it('are those in the payload where it has all of them', async () => {
		const group = incomes({ isCut: false });

		const { found, smile } = await readOf(group);

		expect(found).toEqual({ group, records: group.records });
		expect(smile.requests).toEqual([]);
	});

	it('are those of their list where the payload was cut', async () => {
		const group = incomes();
		const { found, smile } = await readOf(
			group,
			pageReply(ids('i-3', 'i-2'), 'next'),
			pageReply(ids('i-1')),
		);

		expect(found).toEqual({ group, records: ids('i-3', 'i-2', 'i-1') });
		expect(smile.requests.map(({ qs }) => qs)).toEqual([
			{ sourceId: 'a-1', size: 150 },
			{ sourceId: 'a-1', size: 150, cursor: 'next' },
		]);
		expect(smile.calls()).toEqual(['GET /incomes', 'GET /incomes']);
	});

	it('are those of their list also where it has no more than the payload', async () => {
		const { found } = await readOf(incomes(), pageReply(ids('i-2', 'i-3')));

		expect(found).toEqual({ group: incomes(), records: ids('i-2', 'i-3') });
	});

	it('are not known to be whole without a list', async () => {
		const group = incomes({ list: undefined });

		expect((await readOf(group)).found).toEqual({
			group,
			records: group.records,
			missing: 'noList',
		});
	});

	it.each<[string, Reply[], string[]]>([
		['has fewer', [pageReply(ids('i-2'))], ['i-2', 'i-1']],
		['has others, and fewer', [pageReply(ids('i-9'))], ['i-9', 'i-1', 'i-2']],
		['is empty', [pageReply([])], ['i-1', 'i-2']],
		['is unknown to Smile', [enveloped({}, 'MISSING_RESOURCE', 404)], ['i-1', 'i-2']],
	])('are those of both where the list %s', async (_what, replies, expected) => {
		expect((await readOf(incomes(), ...replies)).found).toEqual({
			group: incomes(),
			records: ids(...expected),
			missing: 'shortList',
		});
	});

	it('are never lost where the list fails, and said not to be whole', async () => {
		const { found } = await readOf(
			incomes(),
			pageReply(ids('i-2', 'i-3', 'i-4'), 'next'),
			enveloped({}, 'INVALID', 400),
		);

		expect(found).toEqual({
			group: incomes(),
			records: ids('i-2', 'i-3', 'i-4', 'i-1'),
			missing: expect.objectContaining({ kind: 'refused', status: 400 }),
		});
	});
});
