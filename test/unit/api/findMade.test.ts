import type { IDataObject } from 'n8n-workflow';

import { noteDate } from '../../../nodes/Smile/api/clock';
import { dayToLookFrom, findMade, type Look } from '../../../nodes/Smile/api/findMade';
import { handOut } from '../../../nodes/Smile/api/handedOut';
import { enveloped, pageReply, scriptedSmile, type Reply } from '../../support/scriptedSmile';

const STARTED = Date.parse('2026-03-04T05:06:07.900Z');
const none = { kind: 'none' };
const doubt = { kind: 'doubt' };

let ids = 0;
const at = (time: number) => new Date(time).toISOString();
/** A record that equals the request, made a second after it began. */
const equal = (more: IDataObject = {}): IDataObject => ({
	id: `u-${(ids += 1)}`,
	name: 'Tala',
	createdAt: at(STARTED + 1_000),
	...more,
});

async function found(replies: Reply[], look: Partial<Look> = {}) {
	const smile = scriptedSmile(...replies);
	const whole: Look = { path: '/users', isEqual: ({ name }) => name === 'Tala', ...look };
	return { finding: await findMade(smile.client, whole, STARTED), smile };
}

describe('what a request made whose answer was lost', () => {
	it('is the only record that equals it, among all pages of its list', async () => {
		const record = equal();
		const pages = [
			pageReply([{ ...equal(), name: 'Other' }], 'next'),
			pageReply([record, { ...equal(), name: 'Another' }]),
		];

		const { finding, smile } = await found(pages, { query: { startDate: '2026-03-03' } });

		expect(finding).toEqual({ kind: 'found', record });
		expect(smile.calls()).toEqual(['GET /users', 'GET /users']);
		expect(smile.requests.map(({ qs }) => qs)).toEqual([
			{ startDate: '2026-03-03', size: 150 },
			{ startDate: '2026-03-03', size: 150, cursor: 'next' },
		]);
	});

	it.each([[[]], [[equal({ name: 'Other' })]]])('is nothing in the list %j', async (items) => {
		expect((await found([pageReply(items)])).finding).toEqual(none);
	});

	it('is in doubt where two equal it', async () => {
		expect((await found([pageReply([equal(), equal()])])).finding).toEqual(doubt);
	});

	it.each([[7], [undefined], [null]])(
		'is in doubt where one that equals it has the id %j',
		async (id) => {
			expect((await found([pageReply([equal({ id })])])).finding).toEqual(doubt);
			expect((await found([pageReply([equal(), equal({ id })])])).finding).toEqual(doubt);
			const earlier = equal({ id, createdAt: at(STARTED - 200_000) });
			expect((await found([pageReply([earlier])])).finding).toEqual(none);
		},
	);

	it('is in doubt where the list could not be read to its end', async () => {
		const replies = [pageReply([equal()], 'next'), enveloped({}, 'INVALID', 400)];

		expect((await found(replies)).finding).toEqual(doubt);
	});

	it('is looked for among ten thousand records, and in doubt in a longer list', async () => {
		const record = equal();
		const others = Array.from({ length: 9_999 }, (_none, id) => ({ id: `o-${id}` }));
		const whole = pageReply([record, ...others]);
		const longer = [pageReply([record, ...others], 'next'), pageReply([{ id: 'one-too-many' }])];

		expect((await found([whole])).finding).toEqual({ kind: 'found', record });
		expect((await found(longer)).finding).toEqual(doubt);
	});

	it('is never what was given to somebody before', async () => {
		const [given, record] = [equal(), equal()];
		handOut(String(given.id));

		expect((await found([pageReply([given])])).finding).toEqual(none);
		expect((await found([pageReply([given, record])])).finding).toEqual({ kind: 'found', record });
	});
});

describe('the time of what was made', () => {
	it('is not before the request began, by two clocks that were never compared', async () => {
		const early = equal({ createdAt: at(STARTED - 120_001) });
		const record = equal({ createdAt: at(STARTED - 120_000) });

		expect((await found([pageReply([early])])).finding).toEqual(none);
		expect((await found([pageReply([early, record])])).finding).toEqual({ kind: 'found', record });
	});

	it('is not before the request began, by the clock of Smile', async () => {
		const [early, record] = [57_999, 58_000].map((ms) => equal({ createdAt: at(STARTED + ms) }));
		const smile = scriptedSmile(pageReply([early, record]));
		const date = new Date(Math.floor(STARTED / 1_000) * 1_000).toUTCString();
		noteDate(String(smile.client.credential.baseUrl), date, Date.parse(date) - 60_000);

		const finding = await findMade(smile.client, { path: '/users', isEqual: () => true }, STARTED);

		expect(finding).toEqual({ kind: 'found', record });
	});

	it('is compared by the date of the very answer that lists it', async () => {
		const date = new Date(Date.now() + 3_600_000).toUTCString();
		const record = equal({ createdAt: at(STARTED + 60_000) });
		const listed = { ...pageReply([record]), date };

		expect((await found([listed])).finding).toEqual(none);
		expect((await found([pageReply([record])])).finding).toEqual({ kind: 'found', record });
	});

	it.each([[undefined], [null], ['soon'], [{}]])(
		'leaves everything in doubt where it is %j',
		async (createdAt) => {
			const unknown = equal({ createdAt });

			expect((await found([pageReply([unknown])])).finding).toEqual(doubt);
			expect((await found([pageReply([equal(), unknown])])).finding).toEqual(doubt);
		},
	);

	it('stands in the record where the list wraps it in something', async () => {
		const record = equal({ createdAt: at(STARTED) });
		const unwrapped = (entry: IDataObject) => entry.signal as IDataObject;

		const { finding } = await found([pageReply([{ signal: record }])], { unwrapped });

		expect(finding).toEqual({ kind: 'found', record });
	});
});

describe('the day from which a list is read', () => {
	afterEach(() => void jest.useRealTimers());

	it.each([
		['2026-03-04T00:00:00.000Z', '2026-03-03'],
		['2026-03-04T23:59:59.999Z', '2026-03-03'],
	])('is the one before: at %s it is %s', (now, day) => {
		jest.useFakeTimers({ now: new Date(now) });

		expect(dayToLookFrom()).toBe(day);
	});
});
