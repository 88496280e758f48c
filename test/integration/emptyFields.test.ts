import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runAction } from '../support/contexts/runAction';
import { byId } from '../support/picked';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const nothing = '={{ undefined }}';
const invite = {
	resource: 'invite',
	operation: 'create',
	fullName: 'Tala Halimbawa',
	email: 'tala@people.example',
	templateId: byId('ivt-1'),
};
const consent = { consentedAt: '2026-01-05T08:00:00Z', consentedWith: 'Ticked "I agree"' };
const check = {
	resource: 'blacklist',
	operation: 'check',
	mobileNumber: '+63 917 000 0000',
	...consent,
};
const verification = {
	resource: 'verification',
	operation: 'create',
	variant: 'email',
	fullName: 'Tala Halimbawa',
	email: 'tala@people.example',
	...consent,
};
const footprint = {
	resource: 'footprint',
	operation: 'create',
	variant: 'email',
	emailAddress: 'tala@people.example',
	countryCode: 'PH',
	...consent,
};
const template = { resource: 'consentTemplate', operation: 'create', consentType: 'TERMS' };
const payslip = {
	resource: 'payslip',
	operation: 'sendManualResult',
	archiveId: byId('archive-1'),
};

/** The field, what it is called, and the operation that it is added to. */
const added: Array<[INodeParameters, string, string]> = [
	[invite, 'winkTemplateId', 'Wink Template ID'],
	[check, 'templateId', 'Template ID'],
];

describe('an additional ID that was added', () => {
	it.each(added)('to %o may not hold nothing: %s', async (parameters, name, label) => {
		const smile = await worlds.startSmile();

		for (const value of [nothing, '', ' ', '={{ null }}']) {
			const fields = { ...parameters, additionalFields: { [name]: value } };
			const error = await thrownBy(runAction({ smile, parameters: fields }));

			expect(error.message).toBe(`The field ${label} holds nothing`);
			expect(error.description).toMatch(/, or remove it\.$/);
		}
		expect(smile.journal.entries).toEqual([]);
	});
});

/** Fields that say more, where there is more to say. */
const more: Array<[INodeParameters, string]> = [
	[invite, 'lastName'],
	[check, 'consentType'],
	[check, 'applicationDate'],
	[verification, 'phone'],
	[verification, 'dob'],
	[footprint, 'footprintItemsTimeout'],
	[{ ...template, version: '1', consentText: 'I agree.' }, 'title'],
];

describe('another field that was added and holds nothing', () => {
	it.each(more)('to %o is not sent: %s', async (parameters, name) => {
		const smile = await worlds.startSmile();
		const fields = { ...parameters, additionalFields: { [name]: nothing } };

		await runAction({ smile, parameters: fields, continueOnFail: true });

		const [sent] = smile.journal.entries.filter(({ method }) => method === 'POST');
		expect(JSON.stringify(sent.body)).not.toContain(`"${name}"`);
	});

	it('is no correction of a payslip where a person left it empty', async () => {
		const smile = await worlds.startSmile();
		const data = { taxNumber: nothing, netAmount: '', payDate: '={{ null }}', currency: 'PHP' };

		await runAction({ smile, parameters: { ...payslip, data }, continueOnFail: true });

		const [sent] = smile.journal.entries;
		expect(sent.body).toMatchObject({ data: { currency: 'PHP' } });
		expect(Object.keys((sent.body as IDataObject).data as object)).toEqual(['currency']);
	});

	it('is not asked for where it always stands there, and the template of a consent neither', async () => {
		const smile = await worlds.startSmile();
		const signal = {
			resource: 'signal',
			operation: 'create',
			variant: 'signal3Mexico',
			phone: '+52 955 999 1234',
			fullName: 'Tala Halimbawa',
			curp: 'HATX900101MDFLLR09',
			emailAddress: '',
			nss: '',
			consentTemplateId: byId(''),
			...consent,
		};

		await runAction({ smile, parameters: signal, continueOnFail: true });

		const [sent] = smile.journal.of('POST', '/beta/signals/createSignal3');
		expect(Object.keys(sent.body as object).sort()).toEqual([
			'consent',
			'curp',
			'fullName',
			'phone',
			'templateId',
		]);
		expect(sent.body).toMatchObject({ consent: { consentedWith: consent.consentedWith } });
	});
});
