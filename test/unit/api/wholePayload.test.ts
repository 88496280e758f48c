import type { IDataObject } from 'n8n-workflow';

import { wholePayload, wholeSession } from '../../../nodes/Smile/api/wholePayload';
import { enveloped, pageReply, scriptedSmile, type Reply } from '../../support/scriptedSmile';

const ids = (...all: string[]) => all.map((id) => ({ id }));
const full = () => Array.from({ length: 300 }, (_none, at) => ({ id: `i-${at}` }));
const cut = (...all: string[]) => ({ nextCursor: 'more', items: ids(...all) });
const missing = enveloped({}, 'MISSING_RESOURCE', 404);
const refused = enveloped({}, 'INVALID', 400);

async function account(payload: IDataObject, ...replies: Reply[]) {
	const smile = scriptedSmile(...replies);
	return { result: await wholePayload(smile.client, payload, 'a-1'), smile };
}

describe('the payload of an account', () => {
	it('is as Smile gave it where nothing was cut, its lists bare', async () => {
		const { result, smile } = await account({
			metadata: { sourceId: 'a-1' },
			identity: { id: 'id-1' },
			rating: null,
			documents: ids('d-1'),
			incomes: { nextCursor: null, items: ids('i-1') },
			transactions: { items: [] },
			employments: {},
		});

		expect(result).toEqual({
			ok: true,
			value: {
				metadata: { sourceId: 'a-1' },
				identity: { id: 'id-1' },
				rating: null,
				documents: ids('d-1'),
				incomes: ids('i-1'),
				transactions: [],
				employments: {},
			},
		});
		expect(smile.requests).toEqual([]);
	});

	it('has the whole of the lists that were cut, of its own account', async () => {
		const { result, smile } = await account(
			{ incomes: cut('i-1'), documents: ids('d-1'), transactions: full() },
			pageReply(ids('i-1', 'i-2')),
			pageReply([...full(), { id: 'i-300' }]),
		);

		expect(result).toEqual({
			ok: true,
			value: {
				incomes: ids('i-1', 'i-2'),
				documents: ids('d-1'),
				transactions: [...full(), { id: 'i-300' }],
			},
		});
		expect(smile.calls()).toEqual(['GET /incomes', 'GET /transactions']);
		expect(smile.requests.map(({ qs }) => qs?.sourceId)).toEqual(['a-1', 'a-1']);
	});

	it('names what is not whole', async () => {
		const { result } = await account(
			{ incomes: cut('i-1', 'i-2'), surprises: cut('s-1'), contributions: cut('c-1') },
			pageReply(ids('i-3')),
			missing,
		);

		expect(result).toEqual({
			ok: true,
			value: {
				incomes: ids('i-3', 'i-1', 'i-2'),
				surprises: ids('s-1'),
				contributions: ids('c-1'),
				notWhole: ['incomes', 'surprises', 'contributions'],
			},
		});
	});

	it('fails where a list cannot be read', async () => {
		const { result } = await account({ incomes: cut('i-1') }, refused);

		expect(result).toMatchObject({ ok: false, failure: { status: 400 } });
	});
});

async function session(payload: IDataObject, ...replies: Reply[]) {
	const smile = scriptedSmile(...replies);
	return { result: await wholeSession(smile.client, payload), smile };
}

describe('the payload of a person', () => {
	it('is as Smile gave it where nothing was cut', async () => {
		const given = {
			metadata: { userId: 'u-1' },
			forms: ids('f-1'),
			accounts: [
				{ id: 'a-1', payload: { incomes: { nextCursor: null, items: ids('i-1') } } },
				{ id: 'a-2' },
				{ id: 7, payload: { incomes: cut('i-1') } },
				{ id: 'a-3', payload: [cut('i-1')] },
			],
			archives: { nextCursor: null, items: [{ id: 'ar-1', payload: {} }] },
		};

		const { result, smile } = await session(given);

		expect(result).toEqual({ ok: true, value: given });
		expect(smile.requests).toEqual([]);
	});

	it.each([[{}], [{ accounts: [], archives: null }], [{ accounts: { items: [] }, archives: 'x' }]])(
		'may have no sources: %j',
		async (given) => {
			expect((await session(given)).result).toEqual({ ok: true, value: given });
		},
	);

	it('has the whole lists of each account and archive, in the form of each', async () => {
		const { result, smile } = await session(
			{
				accounts: [
					{ id: 'a-1', providerId: 'p', payload: { incomes: cut('i-1'), rating: null } },
					{ id: 'a-2', payload: { incomes: full() } },
				],
				archives: { total: 1, items: [{ id: 'ar-1', payload: { documents: cut('d-1') } }] },
			},
			pageReply(ids('i-1', 'i-2')),
			pageReply([...full(), { id: 'i-300' }]),
			pageReply(ids('d-2')),
		);

		expect(result).toEqual({
			ok: true,
			value: {
				accounts: [
					{
						id: 'a-1',
						providerId: 'p',
						payload: { incomes: { nextCursor: null, items: ids('i-1', 'i-2') }, rating: null },
					},
					{ id: 'a-2', payload: { incomes: [...full(), { id: 'i-300' }] } },
				],
				archives: {
					total: 1,
					items: [{ id: 'ar-1', payload: { documents: { nextCursor: null, items: ids('d-2') } } }],
				},
			},
		});
		expect(smile.requests.map(({ qs }) => qs?.sourceId)).toEqual(['a-1', 'a-2', 'ar-1']);
	});

	it('names in each source what is not whole, which keeps its cursor where it has no list', async () => {
		const { result } = await session({
			accounts: [{ id: 'a-1', payload: { surprises: cut('s-1') } }],
		});

		expect(result).toEqual({
			ok: true,
			value: {
				accounts: [{ id: 'a-1', payload: { surprises: cut('s-1'), notWhole: ['surprises'] } }],
			},
		});
	});

	it('fails where a list cannot be read', async () => {
		const accounts = [
			{ id: 'a-1', payload: { incomes: cut('i-1') } },
			{ id: 'a-2', payload: { incomes: cut('i-2') } },
		];

		const { result, smile } = await session({ accounts }, refused);

		expect(result).toMatchObject({ ok: false, failure: { status: 400 } });
		expect(smile.requests).toHaveLength(1);
	});
});
