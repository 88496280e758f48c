import { loadProviders } from '../../../nodes/Smile/api/providers';
import { paces } from '../../../nodes/Smile/api/pace';
import { scriptedContext } from '../../support/scriptedContext';
import { askUnlimited } from '../../support/unlimited';

const credential = { environment: 'sandbox', apiKey: 'example-key' };
const answered = (statusCode: number, data: unknown, code = 'OK') => ({
	statusCode,
	body: { code, message: 'Why', requestId: 'req-1', data },
});
const page = (items: unknown[], nextCursor?: string) => answered(200, { items, nextCursor });

beforeAll(() => askUnlimited('https://sandbox.smileapi.io/v1'));
afterAll(() => paces.clear());

async function loaded(...replies: unknown[]) {
	const { context, sent } = scriptedContext(credential, ...replies);
	return { options: await loadProviders.call(context), sent };
}

describe('the providers in the editor', () => {
	it('come by their names, with their ids', async () => {
		const { options, sent } = await loaded(
			page(
				[
					{ id: ' sss_ph ', name: 'SSS' },
					{ id: 'bpjs', name: 'BPJS' },
				],
				'next',
			),
			page([{ id: 7, name: 'Acme' }]),
		);

		expect(options).toEqual([
			{ name: 'Acme (7)', value: '7' },
			{ name: 'BPJS (bpjs)', value: 'bpjs' },
			{ name: 'SSS (sss_ph)', value: 'sss_ph' },
		]);
		expect(sent.map(({ request: { method, url, qs } }) => [method, url, qs])).toEqual([
			['GET', 'https://sandbox.smileapi.io/v1/providers', { size: 150 }],
			['GET', 'https://sandbox.smileapi.io/v1/providers', { size: 150, cursor: 'next' }],
		]);
	});

	it.each([[undefined], [null], [' '], [{}]])(
		'are named by their id where their name is %j, and left out where that is their id',
		async (nothing) => {
			const items = [
				{ id: 'sss_ph', name: nothing },
				{ id: nothing, name: 'SSS' },
			];

			expect((await loaded(page(items))).options).toEqual([{ name: 'sss_ph', value: 'sss_ph' }]);
		},
	);

	it('are three thousand at most', async () => {
		const many = Array.from({ length: 3_001 }, (_none, at) => ({ id: `p${at}` }));

		expect((await loaded(page(many))).options).toHaveLength(3_000);
	});

	it('say why they cannot be read', async () => {
		await expect(loaded(answered(401, {}, 'INVALID_TOKEN'))).rejects.toMatchObject({
			message:
				'Could not read the providers: Smile refused the API key in the Sandbox environment (INVALID_TOKEN: Why, request req-1)',
			description: expect.stringContaining('a key works in one environment only'),
		});
	});
});
