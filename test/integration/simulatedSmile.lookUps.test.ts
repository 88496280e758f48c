import { callSmile } from '../support/smile/call';
import { sampleSubject } from '../support/smile/ops/risk/sampleSubject';
import { startSmile } from '../support/smile/server';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';

let smile: SimulatedSmile;

beforeEach(async () => {
	smile = await startSmile({ rateLimit: false });
});
afterEach(async () => await smile.close());

const consent = { consentedAt: '2026-01-05T08:00:00Z', consentedWith: 'I agree' };
const { fullName, phone, email, idNumber } = sampleSubject;
// Kept for fiction like the other, and of nobody that the simulation knows.
const unknownPhone = '447700900999';
const call = async (method: string, path: string, body?: unknown) =>
	await callSmile(smile, path, { method, body });

describe('a look at the blacklist of the simulated Smile', () => {
	it.each([
		[phone, true],
		[unknownPhone, false],
	])('of %s is a success, with a hit: %s', async (mobileNumber, hit) => {
		const { status, json } = await call('POST', '/alpha/blacklists', { mobileNumber, consent });

		expect(status).toBe(200);
		expect(json.data).toMatchObject({ resultCode: 'SUCCESS', result: { hit } });
		expect(json.data?.requestMeta).toMatchObject({ mobileNumber, countryCode: 'PH' });
		const { json: list } = await call('GET', `/alpha/blacklists?mobileNumber=${mobileNumber}`);
		expect(list.data?.items).toEqual([json.data]);
		expect(smile.queries.of('blacklist')).toHaveLength(1);
	});

	it.each([{ mobileNumber: `+${phone}` }, { applicationDate: 'today' }, { mobileNumber: '' }])(
		'is refused with %j',
		async (fields) => {
			const body = { mobileNumber: phone, consent, ...fields };

			expect((await call('POST', '/alpha/blacklists', body)).status).toBe(400);
		},
	);
});

describe('a verification at the simulated Smile', () => {
	const path = '/alpha/verifications';
	const ids = [{ idType: 'tin_ph', idSubType: 'sub', idNumber }];
	const body = { fullName, additionalData: { ids }, consent };

	it('is processed in its answer, then matches, and is told', async () => {
		const { status, json } = await call('POST', path, body);
		const { json: read } = await call('GET', `${path}/${String(json.data?.id)}`);
		const { json: list } = await call('GET', `${path}?finalMatches=true`);

		expect([status, json.data?.status, json.data?.result]).toEqual([200, 'PROCESSING', null]);
		expect(read.data).toMatchObject({
			status: 'COMPLETED',
			result: {
				finalMatches: true,
				additionalData: { ids: [{ idNumber, idSubtype: 'sub', matches: true }] },
			},
		});
		expect(list.data?.items).toEqual([read.data]);
		expect(smile.announcer.all.map(({ type }) => type)).toEqual([
			'VERIFICATION_STARTED',
			'VERIFICATION_COMPLETED',
		]);
		expect(smile.queries.of('verification')).toHaveLength(1);
	});

	it.each<[string, object, number]>([
		['first and last name', { fullName: undefined, firstName: 'Tala', lastName: 'x' }, 200],
		['an address instead of an id', { additionalData: { email } }, 200],
		['half a name', { fullName: undefined, firstName: 'Tala' }, 400],
		['nothing to find the person by', { additionalData: { phone } }, 400],
		['two ids', { additionalData: { ids: [...ids, ...ids] } }, 400],
		['no id', { additionalData: { ids: [] } }, 400],
		['a gender that is none', { additionalData: { ids, gender: 'female' } }, 400],
		['a birthday in words', { additionalData: { ids, dob: '1 May 1990' } }, 400],
		['no consent', { consent: undefined }, 400],
	])('is taken or refused with %s', async (_what, fields, status) => {
		expect((await call('POST', path, { ...body, ...fields })).status).toBe(status);
		expect(smile.queries.all).toHaveLength(status === 200 ? 1 : 0);
	});
});

describe('the employers of the simulated Smile', () => {
	const get = async (path: string) => (await call('GET', path)).json.data as unknown as object[];

	it('are found by a word, and one by its very name, in bare lists', async () => {
		const found = await get('/alpha/employerBasics/query?keyword=halimbawa');
		const [one] = await get('/alpha/employers/query?businessName=Kathang%20Bakery');

		expect(found).toHaveLength(2);
		expect(found[0]).toMatchObject({ businessName: 'Halimbawa Foods Inc.' });
		expect(one).toMatchObject({ contactPersons: [{ contactName: expect.any(String) }] });
		expect(await get('/alpha/employers/query?businessName=Kathang')).toEqual([]);
	});

	it.each(['keyword=ha', `keyword=${'k'.repeat(256)}`, 'keyword=', ''])(
		'refuse %s',
		async (query) => {
			expect((await call('GET', `/alpha/employerBasics/query?${query}`)).status).toBe(400);
		},
	);
});
