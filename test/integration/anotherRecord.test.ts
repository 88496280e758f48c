import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runAction } from '../support/contexts/runAction';
import { byId } from '../support/picked';
import { quickPauses } from '../support/quickPauses';
import { Worlds } from '../support/world';

quickPauses();
const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const stranger = { id: 'x-stranger', providerId: 'stranger', accountId: 'x-stranger' };
const ofStranger = { incomes: [], metadata: { sourceId: 'x-stranger', userId: 'x-stranger' } };
const event = { id: 'et-1', type: 'ACCOUNT_CONNECTED', version: 1 };
const data = { userId: 'u-mine', accountId: 'a-mine', providerId: 'acme_payroll_ph' };

/** Where something else is given, for which request. */
const asked: Array<[path: string, data: IDataObject, parameters: INodeParameters]> = [
	[
		'/accounts/a-mine',
		stranger,
		{ resource: 'account', operation: 'get', accountId: byId('a-mine') },
	],
	['/users/u-mine', stranger, { resource: 'user', operation: 'get', userId: byId('u-mine') }],
	[
		'/webhooks/w-mine',
		{ ...stranger, url: 'https://x.example.test' },
		{ resource: 'webhook', operation: 'get', webhookId: byId('w-mine') },
	],
	[
		'/archives/-/payslips/queryPrediction',
		ofStranger,
		{ resource: 'payslip', operation: 'get', archiveId: byId('archive-mine') },
	],
	[
		'/accounts/a-mine/exports/generate',
		stranger,
		{ resource: 'account', operation: 'export', accountId: byId('a-mine') },
	],
	[
		'/inviteTemplates/ivt-mine',
		stranger,
		{
			resource: 'inviteTemplate',
			operation: 'update',
			inviteTemplateId: byId('ivt-mine'),
			updateFields: { name: 'Mine' },
		},
	],
];

describe('a record that Smile gives for another id', () => {
	it.each(asked)(
		'is not handed out, and nothing is done with it: %s',
		async (path, given, parameters) => {
			const smile = await worlds.startSmile();
			smile.faults.next({ kind: 'otherEnvelope', path, body: { code: 'OK', data: given } });

			const [{ json }] = await runAction({ smile, parameters, continueOnFail: true });

			expect(json.error).toMatch(/another record than the one|what was to be made is not in it/);
			expect(JSON.stringify(json)).not.toContain('stranger');
			expect(smile.journal.entries).toHaveLength(1);
		},
	);

	it.each([
		['account', '/accounts'],
		['user', '/users'],
	])('is not handed out with the payload of the %s', async (resource, path) => {
		const smile = await worlds.startSmile();
		smile.data.people(1, { account: 'connected' });
		const [{ id }] = smile.data.all(resource === 'user' ? 'users' : 'accounts');
		const body = { code: 'OK', data: ofStranger };
		smile.faults.next({ kind: 'otherEnvelope', path: `${path}/${id}/payload`, body });
		const options = { includePayload: true };
		const parameters = { resource, operation: 'get', [`${resource}Id`]: byId(id), options };

		const [{ json }] = await runAction({ smile, parameters, continueOnFail: true });

		expect(json.error).toContain('another record than the one');
		expect(JSON.stringify(json)).not.toContain('stranger');
	});

	it('is not taken for the data of an event', async () => {
		const smile = await worlds.startSmile();
		const body = { code: 'OK', data: stranger };
		smile.faults.next({ kind: 'otherEnvelope', path: '/accounts/a-mine', body, times: Infinity });
		const items = [{ json: { ...event, createdAt: '2026-03-04T05:06:07Z', data } }];
		const parameters = { resource: 'event', operation: 'getData' };

		const [{ json }] = await runAction({ smile, parameters, items, continueOnFail: true });

		expect(JSON.stringify(json)).toContain('another record than the one');
		expect(JSON.stringify(json)).not.toContain('stranger');
	});
});

describe('a user whose token Smile does not give at once', () => {
	it('gets one by another request', async () => {
		const smile = await worlds.startSmile();
		const user = { id: 'u-made', externalMetadata: {} };
		const body = { code: 'CREATED', data: { user } };
		smile.faults.next({ kind: 'otherEnvelope', path: '/users', method: 'POST', body });
		const token = { accessToken: 'dummy-token', expiresAt: '2026-03-04T05:06:07Z' };
		const answer = { code: 'CREATED', data: token };
		smile.faults.next({ kind: 'otherEnvelope', path: '/tokens', method: 'POST', body: answer });

		const [{ json }] = await runAction({
			smile,
			parameters: { resource: 'user', operation: 'create' },
		});

		expect(json).toEqual({ ...user, token });
	});
});
