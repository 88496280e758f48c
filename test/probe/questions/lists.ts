import { isJsonObject } from '../../../nodes/Smile/shared/jsonObject';
import { described, isSuccess } from '../describe';
import { scene } from '../probe';
import type { Question } from '../question';
import { listeners } from '../scenes/hooks';
import { user } from '../scenes/user';
import { walk } from '../walk';

/** The page after which a list says that there is no more. */
const lastPage = scene(async (probe) => {
	await listeners(probe);
	let cursor: unknown = '';
	for (;;) {
		const next = cursor === '' ? '' : `&cursor=${encodeURIComponent(String(cursor))}`;
		const answer = await probe.client.ask(`/webhooks?size=150${next}`);
		if (!isSuccess(answer)) throw new Error(`The list was answered ${described(answer)}`);
		cursor = answer.data.nextCursor ?? '';
		if (cursor === '') return answer.data;
	}
});

/** The ids of the probe's own webhooks, as the list has them. */
const listedIds = scene(async (probe) => {
	const hooks = await listeners(probe);
	const made = Object.values(hooks).flatMap(({ id }) => id ?? []);
	const listed = (await walk(probe.client, '/webhooks')).map(({ id }) => String(id));
	return { made, listed: listed.filter((id) => made.includes(id)) };
});

/** The user of this run in the list, by the day of its creation. */
const listedUser = scene(async (probe) => {
	const { id, record } = await user(probe);
	const day = String(record.createdAt).slice(0, 10);
	const dayAfter = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
	const find = async (end: string) =>
		(await walk(probe.client, `/users?startDate=${day}&endDate=${end}`)).find(
			(one) => one.id === id,
		);
	const byDay = await find(day);
	return { byDay, found: byDay ?? (await find(dayAfter)) };
});

/** Pages, order and filters of lists. */
export const listQuestions: Question[] = [
	{
		id: 'lists.lastCursor',
		question: 'What is the cursor of the last page?',
		decides: 'lastCursor',
		until: 'A list ends with null, an empty text or no cursor at all',
		ask: async (probe) => {
			const { nextCursor } = await lastPage(probe);
			const value = nextCursor === undefined ? 'missing' : nextCursor === null ? 'null' : 'empty';
			return { seen: `It is ${value}`, value };
		},
	},
	{
		id: 'lists.numericCursors',
		question: 'Are cursors texts or numbers?',
		decides: 'numericCursors',
		until: 'Either is sent back as text',
		ask: async (probe) => {
			await listeners(probe);
			const answer = await probe.client.ask('/webhooks?size=1');
			const type = typeof answer.data.nextCursor;
			if (type !== 'number' && type !== 'string') return { seen: `The first page has none` };
			return { seen: `The cursor of a first page is a ${type}`, value: type === 'number' };
		},
	},
	{
		id: 'lists.order',
		question: 'In which order do lists come?',
		decides: 'listOrder',
		until: 'No operation relies on an order; what was made last is told by time and id',
		ask: async (probe) => {
			const { made, listed } = await listedIds(probe);
			const orders = {
				oldestFirst: made,
				newestFirst: [...made].reverse(),
				byId: [...made].sort(),
			};
			const fits = Object.entries(orders).filter(([, ids]) => ids.join() === listed.join());
			const value = fits.length === 1 ? fits[0][0] : undefined;
			return { seen: `${made.length} webhooks are listed ${value ?? 'in another order'}`, value };
		},
	},
	{
		id: 'lists.endDate',
		question: 'Does endDate include its day?',
		decides: 'answers.endsExcluded',
		until: 'Get Missed asks for a day more on either side, and compares the exact times itself',
		ask: async (probe) => {
			const { byDay, found } = await listedUser(probe);
			if (!found) return { seen: 'A user is not listed by the day on which it was made' };
			return { seen: `The day is ${byDay ? 'included' : 'left out'}`, value: !byDay };
		},
	},
	{
		id: 'lists.sparse',
		question: 'Do entries of lists leave out what the schema does not require?',
		decides: 'answers.sparse',
		until: 'No operation needs these fields',
		ask: async (probe) => {
			const { found } = await listedUser(probe);
			if (!found) return { seen: 'The user of this run is not in the list' };
			const optional = ['externalMetadata', 'session'].filter((name) => name in found);
			const value = !isJsonObject(found.externalMetadata) && optional.length === 0;
			return { seen: `A user in the list has ${optional.join(', ') || 'none of them'}`, value };
		},
	},
	{
		id: 'lists.total',
		question: 'Does a page tell how many there are in all?',
		until: 'A list is read to its last page',
		ask: async (probe) => {
			const names = Object.keys(await lastPage(probe)).map((name) => name.replace(/[^\w]/g, ''));
			const others = names.filter((name) => name !== 'nextCursor' && name !== 'items');
			return { seen: `Beside its entries and cursor it has ${others.join(', ') || 'nothing'}` };
		},
	},
];
