import { createHash } from 'node:crypto';

import { callSmile } from '../support/smile/call';
import { startSmile } from '../support/smile/server';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { sampleSubject } from '../support/smile/ops/risk/sampleSubject';
import { rows, type Row } from '../support/smile/sampleQueries';

let smile: SimulatedSmile;

beforeEach(async () => {
	smile = await startSmile({ rateLimit: false });
});
afterEach(async () => await smile.close());

const { phone, email, curp, gaid } = sampleSubject;
const consent = { consentedAt: '2026-01-05T08:00:00Z', consentedWith: 'I agree' };
const call = async (method: string, path: string, body?: unknown) =>
	await callSmile(smile, path, { method, body });
const named = Object.entries(rows);

/** Asks and reads what came of it. */
async function asked({ path, list, body }: Row, fields: object = {}) {
	const posted = await call('POST', path, { ...body, consent, ...fields });
	const { json } = await call('GET', `${list}/${String(posted.json.data?.id)}`);
	return { posted, read: json.data as Record<string, unknown> | undefined };
}

describe('a query about a person at the simulated Smile', () => {
	it.each(named)('is counted, and finds somebody it knows: %s', async (_name, row) => {
		const { posted, read } = await asked(row);

		expect(posted.status).toBe(row.status ?? 200);
		expect(read).toMatchObject({ ...row.result, status: 'COMPLETED', resultCode: 'SUCCESS' });
		expect(read?.requestMeta).toMatchObject(row.body);
		expect(smile.queries.all).toMatchObject([
			{ product: row.product, path: row.path, id: read?.id, request: row.body },
		]);
		expect(smile.queries.about(String(Object.values(row.body)[0]))).toHaveLength(1);
	});

	it.each(named)('finds nothing of others, which is no error: %s', async (_name, row) => {
		const { posted, read } = await asked(row, row.unknown);

		expect(posted.status).toBe(row.status ?? 200);
		expect(read).toMatchObject({ status: 'COMPLETED', resultCode: 'NO_DATA' });
	});

	it.each(named)('is processed as long as it is told: %s', async (_name, row) => {
		smile.switches.processingReads = 1;

		const { posted, read } = await asked(row);
		const { json } = await call('GET', `${row.list}/${String(read?.id)}`);

		expect([posted.json.data?.status, read?.status]).toEqual(['PROCESSING', 'PROCESSING']);
		expect(read?.resultCode).toBeNull();
		expect(json.data).toMatchObject({ status: 'COMPLETED', ...row.result });
	});

	it.each(named)('is refused without consent and asks nobody: %s', async (_name, row) => {
		const wrong: unknown[] = [
			undefined,
			{ ...consent, consentedAt: undefined },
			{ ...consent, consentedAt: '2026-01-05T08:00:00.000Z' },
			{ ...consent, consentedAt: '2026-01-05T08:00:00+08:00' },
			{ ...consent, consentedWith: '' },
			{ ...consent, consentTemplateId: 'ct-none' },
		];

		for (const one of wrong) {
			expect((await call('POST', row.path, { ...row.body, consent: one })).status).toBe(400);
		}
		expect(smile.queries.all).toEqual([]);
	});

	it.each(named)('is refused when a field is missing or too much: %s', async (_name, row) => {
		for (const field of Object.keys(row.body)) {
			const { status, text } = await call('POST', row.path, {
				...row.body,
				consent,
				[field]: undefined,
			});
			const isOptional = field === 'footprintItemsTimeout';
			expect([field, status]).toEqual([field, isOptional ? 200 : 400]);
			if (!isOptional) expect(text).not.toContain(field);
		}
		expect((await call('POST', row.path, { ...row.body, consent, more: 'x' })).status).toBe(400);
	});

	it.each(named)(
		'makes a twin when it is repeated, also after a lost answer: %s',
		async (_name, row) => {
			const body = { ...row.body, consent };
			smile.faults.next({ kind: 'answerLost', method: 'POST' });

			await expect(call('POST', row.path, body)).rejects.toThrow();
			await call('POST', row.path, body);

			const { json } = await call('GET', row.list);
			const [one, other] = (json.data?.items as object[]).map((item) =>
				'signal' in item ? item.signal : item,
			) as Array<Record<string, unknown>>;
			expect(one?.id).not.toBe(other?.id);
			expect(one?.requestMeta).toEqual(other?.requestMeta);
			expect(smile.queries.all).toHaveLength(2);
		},
	);

	const md5 = (text: string) => createHash('md5').update(text).digest('hex');
	it.each<[string, string, object, number]>([
		['signal 1', 'a number without plus', { phone }, 200],
		['signal 1', 'a digest', { phone: md5(`+${phone}`) }, 200],
		['signal 1', 'a leading zero', { phone: '09170000000' }, 400],
		['signal 1', 'spaces', { phone: '+44 7700 900123' }, 400],
		['signal 2', 'a plus sign', { phone: `+${phone}` }, 400],
		['signal 2', 'a digest', { phone: md5(phone) }, 200],
		['signal 2', 'a seventh country', { countryCode: 'SG' }, 400],
		['signal 3 of Thailand', 'another kind of id', { idType: 'TIN' }, 400],
		['mobile footprint', 'a digest', { mobileNumber: md5(phone) }, 400],
		['mobile footprint', '31 seconds', { footprintItemsTimeout: 31 }, 400],
		['mobile footprint', 'a country that is none', { countryCode: 'XX' }, 400],
		['e-mail footprint', 'no address', { emailAddress: 'nobody' }, 400],
		['e-mail footprint', 'the older template', { templateId: 'tpl-ftp001001' }, 200],
		['maw 3', 'a kind of id that is none', { idType: 'CURP' }, 400],
		['maw 3', 'an advertising id', { gaid }, 200],
		['validation', 'a BIC of nine characters', { bic: 'ABCDEFGHI' }, 400],
		[
			'validation',
			'a BIC instead of the country',
			{ bic: 'ABCDEFGH', countryCode: undefined },
			200,
		],
		['validation', 'a number instead of the IBAN', { iban: undefined, accountNumber: '7' }, 200],
		['validation', 'an empty number', { accountNumber: '' }, 400],
		['social security', 'a short CURP', { curp: 'XXXX' }, 400],
		['social security', 'a number of social security', { nss: '00000000000' }, 201],
		['social security of the alpha stage', 'the same', { nss: '00000000000' }, 400],
		['signal 1', 'a template that is none', { templateId: 'none' }, 400],
	])('takes or refuses: %s with %s', async (name, _what, fields, status) => {
		const { path, body } = rows[name];

		expect((await call('POST', path, { ...body, consent, ...fields })).status).toBe(status);
	});

	it('echoes what was sent as the samples do, or as it was', async () => {
		const sent = { ...rows['signal 1'].body, consent: { ...consent, type: 'TERMS', version: '1' } };
		const echo = async () => (await call('POST', '/beta/signals', sent)).json.data?.requestMeta;

		const asInSamples = await echo();
		smile.switches.echo = 'asSent';

		expect(asInSamples).toEqual({
			...sent,
			...{ emailAddress: null, fullName: null, curp: null, nss: null },
			consent: { ...sent.consent, version: 1, consentTemplateId: null },
		});
		expect(await echo()).toEqual(sent);
		const { posted } = await asked(rows['social security'], { nss: '00000000000' });
		expect(posted.json.data?.requestMeta).not.toHaveProperty('nss');
	});

	it('ends as it is told, in an error or with an empty code', async () => {
		smile.switches.resultFor = (product) =>
			product === 'signal' ? 'SERVICE_UNAVAILABLE' : undefined;
		const { read: failed } = await asked(rows['signal 1']);
		smile.switches.resultFor = undefined;
		smile.switches.emptyResultCodes = true;

		const { read: empty } = await asked(rows['signal 1']);

		expect(failed).toMatchObject({ status: 'ERROR', resultCode: 'SERVICE_UNAVAILABLE', items: [] });
		expect(empty).toMatchObject({ status: 'COMPLETED', resultCode: '', resultMessage: '' });
		expect(empty?.items).not.toEqual([]);
	});

	it.each([
		['/beta/signals', { phone: `+${phone}`, signalType: 'Signal1' }, 'signal 1'],
		['/alpha/footprints', { emailAddress: email, startDate: '2026-01-01' }, 'e-mail footprint'],
		['/beta/maws', { mobileNumber: phone, mawType: 'MAW2' }, 'maw 2'],
		['/alpha/validations', { type: 'BankAccount' }, 'validation'],
	])('is listed by its filters: %s', async (list, filters, name) => {
		const { posted } = await asked(rows[name]);
		await asked(rows[name], rows[name].unknown);
		smile.switches.wrappedSignals = false;

		const { json } = await call('GET', `${list}?${new URLSearchParams(filters).toString()}`);

		expect(json.data?.items).toEqual([posted.json.data]);
	});

	it('is in a wrapping in the list of signals', async () => {
		const { posted } = await asked(rows['signal 1']);

		const { json } = await call('GET', '/beta/signals');

		expect(json.data?.items).toEqual([{ signal: posted.json.data }]);
	});

	it.each([
		['/alpha', true, 2],
		['/beta', false, 0],
		['/beta', true, 2],
	])('of social security below %s tells events: %s', async (stage, told, count) => {
		smile.switches.eventsOfBetaRecords = told;
		const name = stage === '/alpha' ? ' of the alpha stage' : '';

		const { read } = await asked(rows[`social security${name}`]);

		expect(smile.announcer.all).toHaveLength(count);
		if (count === 0) return;
		expect(smile.announcer.all).toMatchObject([
			{ type: 'RECORD_CREATED', data: { recordId: read?.id, recordType: 'SOCIAL_SECURITY' } },
			{ type: 'RECORD_COMPLETED', data: { recordId: read?.id, payload: { result: { curp } } } },
		]);
	});
});
