import { callSmile } from '../support/smile/call';
import { startSmile } from '../support/smile/server';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';

let smile: SimulatedSmile;

beforeEach(async () => {
	smile = await startSmile({ rateLimit: false });
});
afterEach(async () => await smile.close());

const call = async (method: string, path: string, body?: unknown) =>
	await callSmile(smile, path, { method, body });
const page = { header: 'h', description: 'd', button: 'b' };
const template = {
	name: 'Proof of income',
	company: { name: 'Pautang Halimbawa', logoUrl: 'https://files.example/logo.png' },
	email: {
		sendEmail: true,
		senderName: 'Pautang',
		replyAddress: 'answers@lender.example',
		subject: 'For ${fullName}',
		body: 'Hello ${firstName}, from ${companyName} and ${nobody}',
	},
	landingPage: page,
	successPage: page,
};
const newTemplate = async (body: object = template) => {
	const { json } = await call('POST', '/inviteTemplates', body);
	return String(json.data?.id);
};
const person = { fullName: 'Tala Halimbawa', email: 'tala@people.example' };

describe('an invite of the simulated Smile', () => {
	it('writes to the person once, makes a user, and is told', async () => {
		const templateId = await newTemplate();
		const body = { ...person, templateId };

		const { status, json } = await call('POST', '/invites', body);
		const invite = json.data;
		const { json: read } = await call('GET', `/invites/${String(invite?.id)}`);
		const { json: logs } = await call('GET', `/invites/${String(invite?.id)}/logs`);

		expect(status).toBe(201);
		expect(invite).toMatchObject({ ...body, status: 'INVITED', linkedAt: null });
		expect(invite?.inviteLandingPageUrl).toMatch(/^https:.*token=/);
		expect(read.data).toEqual(invite);
		expect(logs.data?.items).toMatchObject([{ inviteStatus: 'INVITED' }]);
		expect(smile.outbox.mails).toEqual([
			{
				to: person.email,
				sender: 'Pautang',
				replyTo: 'answers@lender.example',
				subject: 'For Tala Halimbawa',
				body: 'Hello Tala, from Pautang Halimbawa and ${nobody}',
				inviteId: invite?.id,
				sentAt: invite?.invitedAt,
			},
		]);
		expect(smile.announcer.all).toMatchObject([
			{ type: 'USER_CREATED', data: { userId: invite?.userId } },
			{ type: 'INVITE_INVITED', data: { inviteId: invite?.id } },
		]);
	});

	it.each([
		[{ eventOfInvite: false }, ['USER_CREATED']],
		[{ eventsOfInviteUsers: false }, ['INVITE_INVITED']],
		[{ eventsOfUploadUsers: false }, ['USER_CREATED', 'INVITE_INVITED']],
	])('tells with %j of %j', async (switches, told) => {
		Object.assign(smile.switches, switches);

		await call('POST', '/invites', { ...person, templateId: await newTemplate() });

		expect(smile.announcer.all.map(({ type }) => type)).toEqual(told);
	});

	it('can be a twin: the same words again are another invite and another e-mail', async () => {
		const body = { ...person, templateId: await newTemplate() };

		const [one, other] = [
			await call('POST', '/invites', body),
			await call('POST', '/invites', body),
		];

		expect(one.json.data?.id).not.toBe(other.json.data?.id);
		expect(one.json.data?.userId).not.toBe(other.json.data?.userId);
		expect(smile.outbox.to(person.email)).toHaveLength(2);
	});

	it.each([
		['answerLost', 1],
		['truncated', 1],
		['cut', 0],
	] as const)('whose answer is %s has written %i times', async (kind, mails) => {
		const body = { ...person, templateId: await newTemplate() };
		smile.faults.next({ kind, method: 'POST', path: '/invites' });

		await expect(call('POST', '/invites', body)).rejects.toThrow();

		expect(smile.outbox.mails).toHaveLength(mails);
		expect(smile.data.all('invites')).toHaveLength(mails);
	});

	it('may tell no landing page, and may write though the template says not to', async () => {
		const silent = { ...template, email: { ...template.email, sendEmail: false } };
		const body = { ...person, templateId: await newTemplate(silent) };
		smile.switches.landingPageUrls = false;

		const { json } = await call('POST', '/invites', body);
		const silently = smile.outbox.mails.length;
		smile.switches.obeysSendEmail = false;
		await call('POST', '/invites', body);

		expect(json.data).not.toHaveProperty('inviteLandingPageUrl');
		expect([silently, smile.outbox.mails.length]).toEqual([0, 1]);
	});

	it.each<[string, object]>([
		['no name', { fullName: undefined }],
		['a name of 201 characters', { fullName: 'n'.repeat(201) }],
		['a first name of 65', { firstName: 'n'.repeat(65) }],
		['an empty last name', { lastName: '' }],
		['no address', { email: 'tala' }],
		['a template that is none', { templateId: 'tpl-none' }],
		['a field that is none', { phone: '1' }],
		['null where nothing belongs', { winkTemplateId: null }],
	])('is refused with %s and writes nobody', async (_what, fields) => {
		const body = { ...person, templateId: await newTemplate(), ...fields };

		const { status, json } = await call('POST', '/invites', body);

		expect([status, json.code]).toEqual([400, 'INVALID_PARAMETERS']);
		expect(smile.outbox.mails).toEqual([]);
		expect(smile.data.all('users')).toEqual([]);
	});
});

describe('an invite template of the simulated Smile', () => {
	it('is changed as a whole, by its PUT, and deleted once', async () => {
		const path = `/inviteTemplates/${await newTemplate()}`;
		const changed = { ...template, name: 'Another' };

		const put = await call('PUT', path, changed);
		const partly = await call('PUT', path, { name: 'Only this' });

		expect(put).toMatchObject({ status: 200, json: { data: changed } });
		expect(partly.status).toBe(400);
		expect((await call('GET', path)).json.data).toEqual(put.json.data);
		expect((await call('DELETE', path)).status).toBe(200);
		expect((await call('DELETE', path)).status).toBe(404);
		expect((await call('PUT', path, changed)).status).toBe(404);
	});

	it('takes every fault on its PUT too', async () => {
		const path = `/inviteTemplates/${await newTemplate()}`;
		const name = async () => (await call('GET', path)).json.data?.name;
		smile.faults.next({ kind: 'status', status: 503, method: 'PUT' });
		smile.faults.next({ kind: 'answerLost', method: 'PUT' });

		const refused = await call('PUT', path, { ...template, name: 'One' });
		const afterRefusal = await name();
		await expect(call('PUT', path, { ...template, name: 'Two' })).rejects.toThrow();

		expect([refused.status, afterRefusal, await name()]).toEqual([503, template.name, 'Two']);
	});

	it.each<[string, object]>([
		['a name of 65 characters', { name: 'n'.repeat(65) }],
		['no company', { company: undefined }],
		['a company without a logo', { company: { name: 'x' } }],
		['a reply address that is none', { email: { ...template.email, replyAddress: 'x' } }],
		['a subject of 201', { email: { ...template.email, subject: 's'.repeat(201) } }],
		['a body of 5001', { email: { ...template.email, body: 'b'.repeat(5001) } }],
		['sendEmail as text', { email: { ...template.email, sendEmail: 'true' } }],
		['an empty button', { landingPage: { ...page, button: '' } }],
		['half a page', { successPage: { header: 'h' } }],
	])('is refused with %s', async (_what, fields) => {
		const { status } = await call('POST', '/inviteTemplates', { ...template, ...fields });

		expect(status).toBe(400);
	});
});

describe('a consent template of the simulated Smile', () => {
	const text = { consentType: 'TERMS', version: '1.0', consentText: 'I agree' };

	it('is listed, cannot be read by itself, and is deleted once', async () => {
		const { status, json } = await call('POST', '/consentTemplates', text);
		const path = `/consentTemplates/${String(json.data?.id)}`;

		expect([status, json.data]).toMatchObject([201, text]);
		expect((await call('GET', '/consentTemplates')).json.data?.items).toContainEqual(json.data);
		expect((await call('GET', path)).status).toBe(404);
		expect((await call('DELETE', path)).status).toBe(200);
		expect((await call('DELETE', path)).status).toBe(404);
	});

	it.each<[string, object]>([
		['no text', { consentText: undefined }],
		['a text of 65 536 characters', { consentText: 't'.repeat(65_536) }],
		['a version of 65', { version: 'v'.repeat(65) }],
		['an empty title', { title: '' }],
	])('is refused with %s', async (_what, fields) => {
		expect((await call('POST', '/consentTemplates', { ...text, ...fields })).status).toBe(400);
	});
});
