import type { INodeParameters } from 'n8n-workflow';

import { sampleWebhookSecret } from '../support/contexts/sampleCredential';
import { itemsOf, Worlds, type World } from '../support/world';
import { nothings, faulty, filters } from '../support/triggerParameterValues';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

/** A trigger in n8n whose parameters may hold what could not be published. */
async function listening(options: INodeParameters, parameters: INodeParameters = {}) {
	const world = await worlds.publish({ options, parameters, activate: false });
	return { ...world, deliver: delivering(world) };
}

const delivering =
	({ smile, trigger }: World) =>
	async (data: object = {}, secret = sampleWebhookSecret, id = 'et-1') =>
		await smile.deliver(
			{ id, type: 'INCOMES_ADDED', data },
			{ to: trigger.url, secret, retry: false },
		);

const full = {
	userId: 'acme-1',
	providers: ['sss_ph'],
	datapoints: ['INCOMES'],
	status: 'SUCCEEDED',
	sourceType: 'ACCOUNT',
};

const failed = (reason: string) => ({
	status: 503,
	body: JSON.stringify({ status: 'failed', reason }),
});

describe('a delivery while a filter resolves to nothing', () => {
	it.each([...nothings, ...faulty, '={{ $json.body.nobody }}', '={{ ({ id: 1 }) }}'])(
		'is to be sent again, for %j',
		async (value) => {
			for (const name of Object.keys(filters)) {
				const { trigger, deliver } = await listening({ [name]: value });

				expect(await deliver(full)).toMatchObject(failed('filter'));
				expect(trigger.executions).toEqual([]);
				expect(trigger.failedExecutions).toEqual([]);
			}
		},
	);

	it.each([
		[{ events: '={{ undefined }}' }, 'Trigger On holds nothing'],
		[{ events: [] }, 'Trigger On holds nothing'],
		[{ events: '={{ foo( }}' }, 'Trigger On could not be read'],
		[{ options: { otherEventTypes: '={{ undefined }}' } }, 'Other Event Types holds nothing'],
		[{ options: { userIds: ',' } }, 'User IDs holds nothing'],
		[{ options: { providers: '={{ foo( }}' } }, 'Providers could not be read'],
	] as Array<[INodeParameters, string]>)(
		'is told to the operator, for %j',
		async (parameters, reason) => {
			const { trigger, deliver } = await listening({}, parameters);

			expect(await deliver()).toMatchObject(failed('filter'));
			expect(trigger.executions).toEqual([]);
			expect(trigger.logs).toContainEqual(
				expect.objectContaining({
					level: 'warn',
					message: `Smile delivery failed: ${reason} (count=1, node="Smile Trigger")`,
				}),
			);
		},
	);

	it('is refused all the same when it is not signed', async () => {
		const { deliver } = await listening({ userIds: '' });

		const answer = await deliver({}, 'dummy-forged');

		expect(answer.status).toBe(401);
	});

	it('does not use up the id', async () => {
		const { smile, trigger } = await worlds.publish({
			options: { userIds: '={{ $vars.users ?? $json.headers["x-users"] }}' },
			activate: false,
		});
		const deliver = async (headers: Record<string, string>) =>
			await smile.deliver(
				{ id: 'et-1', type: 'INCOMES_ADDED', data: { userId: 'acme-1' } },
				{ to: trigger.url, secret: sampleWebhookSecret, retry: false, headers },
			);

		expect(await deliver({})).toMatchObject(failed('filter'));
		expect((await deliver({ 'x-users': 'acme-1' })).status).toBe(200);
		expect(trigger.executions).toHaveLength(1);
	});
});

describe('a delivery', () => {
	it.each([
		[{ userIds: '={{ 7 }}' }, { userId: '7' }, { userId: '8' }],
		[{ userIds: '={{ [7, "acme-1"] }}' }, { userId: 'acme-1' }, { userId: 'acme-2' }],
		[{ providers: 'sss_ph, nbi_ph' }, { providers: ['nbi_ph'] }, { providers: [] }],
		[{ datapoints: ['INCOMES'] }, { datapoints: ['INCOMES'] }, { datapoints: [] }],
		[
			{ datapoints: '={{ "INSIGHT, LINKS" }}' },
			{ datapoints: ['LINK'] },
			{ datapoints: ['INCOMES'] },
		],
		[{ statuses: ['FAILED'] }, { status: 'FAILED' }, { status: 'SUCCEEDED' }],
		[{ statuses: '={{ ["ERROR", "FAILED"] }}' }, {}, { status: 'COMPLETED' }],
		[{ sourceTypes: ['ARCHIVE'] }, { sourceType: null }, { sourceType: 'ACCOUNT' }],
		[{ userIds: 'acme-1,' }, { userId: 'acme-1' }, { userId: '' }],
		[{ providers: '={{ ["sss_ph"] }}' }, { providers: ['sss_ph'] }, { providers: ['nbi_ph'] }],
	] as Array<[INodeParameters, object, object]>)(
		'passes the filter %j with %j and not with %j',
		async (options, wanted, unwanted) => {
			const { trigger, deliver } = await listening(options);

			await deliver(unwanted, sampleWebhookSecret, 'et-1');
			expect(trigger.executions).toEqual([]);

			await deliver(wanted, sampleWebhookSecret, 'et-2');
			expect(trigger.executions).toHaveLength(1);
		},
	);

	it.each([
		['={{ "false" }}', 200],
		['FALSE', 200],
		['={{ "true" }}', 403],
		[' True ', 403],
		['={{ 0 }}', 503],
		['={{ undefined }}', 503],
		['={{ null }}', 503],
		['={{ "no" }}', 503],
		['={{ foo( }}', 503],
	])('from elsewhere, with %j for Only From Smile Address, gets %i', async (value, status) => {
		const { trigger, deliver } = await listening({ smileIpOnly: value });

		const answer = await deliver();

		expect(answer.status).toBe(status);
		expect(trigger.executions).toHaveLength(status === 200 ? 1 : 0);
		if (status === 503) expect(answer).toMatchObject(failed('address'));
	});

	it.each([
		['={{ "false" }}', 2],
		['FALSE', 2],
		['={{ "TRUE" }}', 1],
		['={{ 0 }}', 1],
		['={{ foo( }}', 1],
	])('that comes twice, with %j for Ignore Duplicates, starts %i', async (value, executions) => {
		const { trigger, deliver } = await listening({ ignoreDuplicates: value });

		await deliver();
		await deliver();

		expect(trigger.executions).toHaveLength(executions);
	});

	it.each(['everything', '={{ undefined }}', '={{ foo( }}'])(
		'arrives as sent, and the operator is told, with %j for Output',
		async (output) => {
			const { trigger, deliver } = await listening({ output });

			await deliver();

			expect(itemsOf(trigger)).toEqual([[{ id: 'et-1', type: 'INCOMES_ADDED', data: {} }]]);
			expect(trigger.logs).toContainEqual(
				expect.objectContaining({
					level: 'warn',
					message: expect.stringMatching(
						/^Smile delivery accepted: Output (is none of .*|could not be read), event was assumed \(count=1/,
					),
				}),
			);
		},
	);

	it('is not concerned by the name of the webhook or what to include', async () => {
		const { trigger, deliver } = await listening({
			webhookName: '={{ foo( }}',
			includePayload: 'maybe',
			userIds: 'acme-1',
		});

		await deliver({ userId: 'acme-1' });

		expect(trigger.executions).toHaveLength(1);
	});
});
