import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { hashSecret, isHashOf } from '../../../nodes/Smile/activation/secretHash';
import { isAsWanted, subscriptionFor } from '../../../nodes/Smile/activation/subscription';
import type { TriggerParameters } from '../../../nodes/Smile/delivery/triggerParameters';

const parameters: TriggerParameters = {
	eventTypes: ['ACCOUNT_CONNECTED', 'INCOMES_ADDED'],
	includePayload: false,
	ignoreDuplicates: true,
	output: 'event',
	providers: undefined,
	userIds: undefined,
	datapoints: undefined,
	statuses: undefined,
	sourceTypes: undefined,
	sampleInTests: false,
	smileIpOnly: false,
	webhookName: '',
};
const input = {
	url: 'https://n8n.example.test/webhook/1/webhook',
	credential: { webhookSecret: 'dummy-secret' } as ICredentialDataDecryptedObject,
	workflowName: 'Payroll',
	parameters,
};

function wantedWith(changes: Partial<typeof input> = {}) {
	const subscription = subscriptionFor({ ...input, ...changes });
	if (!subscription.ok) throw new Error(subscription.problem);
	return subscription.wanted;
}

function problemWith(changes: Partial<typeof input>): string {
	const subscription = subscriptionFor({ ...input, ...changes });
	return subscription.ok ? '' : subscription.problem;
}

describe('the subscription a workflow wants', () => {
	it('names the workflow, is active and carries the secret', () => {
		expect(wantedWith()).toEqual({
			name: 'n8n: Payroll',
			url: input.url,
			eventTypes: ['ACCOUNT_CONNECTED', 'INCOMES_ADDED'],
			active: true,
			includePayload: false,
			secret: 'dummy-secret',
		});
	});

	it('names the types in one order, however they were chosen', () => {
		const chosen = { ...parameters, eventTypes: ['USER_CREATED', 'INCOMES_ADDED'] };

		expect(wantedWith({ parameters: chosen }).eventTypes).toEqual([
			'INCOMES_ADDED',
			'USER_CREATED',
		]);
		expect(chosen.eventTypes).toEqual(['USER_CREATED', 'INCOMES_ADDED']);
	});

	it('has a name of at most 200 characters', () => {
		expect(wantedWith({ workflowName: 'x'.repeat(300) }).name).toHaveLength(200);
		expect(wantedWith({ parameters: { ...parameters, webhookName: 'y'.repeat(300) } }).name).toBe(
			'y'.repeat(200),
		);
	});

	it.each([
		[
			'http://localhost:5678/webhook/1/webhook',
			'register one at http://localhost:5678. Set N8N_WEBHOOK_URL',
		],
		['', 'N8N_WEBHOOK_URL'],
		[`https://n8n.example.test/${'x'.repeat(500)}`, 'at most 500 characters'],
	])('is refused for the address %s', (url, said) => {
		expect(problemWith({ url })).toContain(said);
	});

	it('takes an address of exactly 500 characters', () => {
		const url = 'https://n8n.example.test/'.padEnd(500, 'x');

		expect(wantedWith({ url }).url).toBe(url);
	});

	it('is refused for an empty secret or one of 65 characters, without naming it', () => {
		const long = { credential: { webhookSecret: 'z'.repeat(65) } };

		expect(problemWith({ credential: { webhookSecret: '' } })).toContain('Webhook Secret');
		expect(problemWith(long)).toContain('at most 64 characters');
		expect(problemWith(long)).not.toContain('zzz');
		expect(wantedWith({ credential: { webhookSecret: 'z'.repeat(64) } }).secret).toHaveLength(64);
	});

	it('carries a secret that is a number as text, and is refused for a list', () => {
		const credential = { webhookSecret: 'dummy', previousWebhookSecret: ['dummy-old'] };

		expect(wantedWith({ credential: { webhookSecret: 12345678 } }).secret).toBe('12345678');
		expect(problemWith({ credential: { webhookSecret: ['dummy'] } })).toContain('holds a list');
		expect(problemWith({ credential })).toContain('The Previous Webhook Secret');
	});

	it('is refused when no event is selected', () => {
		expect(problemWith({ parameters: { ...parameters, eventTypes: [] } })).toBe(
			'No event is selected. Choose at least one under Trigger On, then try again',
		);
	});
});

describe('a webhook at Smile', () => {
	const wanted = wantedWith();
	const hook = { id: 'hook-1', ...wanted };

	it('is as wanted with its events in another order, another name, no active and no includePayload', async () => {
		const plain = { ...hook, active: null, includePayload: undefined };
		const reordered = { ...plain, eventTypes: [...hook.eventTypes].reverse(), name: 'renamed' };

		expect(await isAsWanted(reordered, wanted, {})).toBe(true);
	});

	it.each([
		['one event more', { eventTypes: [...hook.eventTypes, 'USER_CREATED'] }],
		['one event less', { eventTypes: ['INCOMES_ADDED'] }],
		['another event', { eventTypes: ['INCOMES_ADDED', 'USER_CREATED'] }],
		['the payload included', { includePayload: true }],
		['deliveries off', { active: false }],
		['another secret', { secret: 'dummy-other' }],
		['another address', { url: `${hook.url}/` }],
	])('is not as wanted with %s', async (_name, change) => {
		expect(await isAsWanted({ ...hook, ...change }, wanted, {})).toBe(false);
	});

	it('without an echoed secret is as wanted only under the hash kept for it', async () => {
		const silent = { ...hook, secret: undefined };
		const secretHash = await hashSecret(wanted.secret);

		expect(await isAsWanted(silent, wanted, { webhookId: 'hook-1', secretHash })).toBe(true);
		expect(await isAsWanted(silent, wanted, { webhookId: 'hook-2', secretHash })).toBe(false);
		expect(await isAsWanted(silent, wanted, { webhookId: 'hook-1' })).toBe(false);
		expect(
			await isAsWanted(
				silent,
				{ ...wanted, secret: 'dummy-new' },
				{ webhookId: 'hook-1', secretHash },
			),
		).toBe(false);
	});
});

describe('the hash of a secret', () => {
	it('is salted, fits its secret alone and nothing broken', async () => {
		const [one, other] = [await hashSecret('dummy'), await hashSecret('dummy')];

		expect(one).not.toBe(other);
		expect(one).not.toContain('dummy');
		expect(await isHashOf(one, 'dummy')).toBe(true);
		expect(await isHashOf(one, 'dummy2')).toBe(false);
		for (const broken of ['', 'x', undefined, null, `${one}0`, `0${one}`, one.slice(1)]) {
			expect(await isHashOf(broken, 'dummy')).toBe(false);
		}
	});
});
