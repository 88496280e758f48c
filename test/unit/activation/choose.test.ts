import { choose, keepable, type Look } from '../../../nodes/Smile/activation/choose';
import { hashSecret } from '../../../nodes/Smile/activation/secretHash';
import type { SmileWebhook } from '../../../nodes/Smile/api/schemas';

const wanted = {
	name: 'n8n: Payroll',
	url: 'https://n8n.example.test/webhook/1/webhook',
	eventTypes: ['ALL_EVENTS'],
	active: true,
	includePayload: false,
	secret: 'dummy-secret',
};
const look: Look = { wanted, state: {}, leaving: new Set(), letGo: new Set() };
const hook = (id: string, change: Partial<SmileWebhook> = {}): SmileWebhook => ({
	...wanted,
	createdAt: '2026-03-04T05:06:07Z',
	...change,
	id,
});
const mute = { secret: undefined };
const ids = (hooks: SmileWebhook[]) => hooks.map(({ id }) => id);

describe('the webhooks that may be kept', () => {
	it('are those that are as wanted, the oldest first and then by id', async () => {
		const hooks = [
			hook('c'),
			hook('b'),
			hook('z', { createdAt: '2026-03-04T05:06:06Z' }),
			hook('a', { secret: 'dummy-other' }),
		];

		expect(ids(await keepable(hooks, look))).toEqual(['z', 'b', 'c']);
	});

	it('come first where Smile does not say when they were made', async () => {
		const hooks = [hook('a'), hook('c', { createdAt: null }), hook('b', { createdAt: undefined })];

		expect(ids(await keepable(hooks, look))).toEqual(['b', 'c', 'a']);
	});

	it('are none of those that are being removed', async () => {
		const leaving = new Set(['a']);

		expect(ids(await keepable([hook('a'), hook('b')], { ...look, leaving }))).toEqual(['b']);
	});
});

describe('of several webhooks at an address', () => {
	it('two processes that see the same list choose the same one, whichever each has made', async () => {
		const hooks = [hook('a'), hook('b')];

		for (const mine of hooks) {
			const { winner, outdated } = await choose(hooks, mine, new Set(), look);
			expect([winner.id, ids(outdated)]).toEqual(['a', ['b']]);
		}
	});

	it('those that were there before and are not as wanted are outdated', async () => {
		const hooks = [hook('old', { eventTypes: ['USER_CREATED'] }), hook('mine')];

		const { winner, outdated } = await choose(hooks, hooks[1], new Set(['old']), look);

		expect([winner.id, ids(outdated)]).toEqual(['mine', ['old']]);
	});

	it('one that has come since is left where Smile does not show its secret', async () => {
		const hooks = [hook('old', mute), hook('mine', mute), hook('twin', mute)];

		const { winner, outdated } = await choose(hooks, hooks[1], new Set(['old']), look);

		expect([winner.id, ids(outdated)]).toEqual(['mine', ['old']]);
	});

	it('one that has come since is left where it serves another purpose, though one is as wanted', async () => {
		const hooks = [hook('old', mute), hook('mine'), hook('since', { secret: 'dummy-other' })];

		const { winner, outdated } = await choose(hooks, hooks[1], new Set(['old']), look);

		expect([winner.id, ids(outdated)]).toEqual(['mine', ['old']]);
	});

	it('the one whose secret is known by its hash wins', async () => {
		const state = { webhookId: 'a', secretHash: await hashSecret(wanted.secret) };
		const hooks = [hook('b', mute), hook('a', mute)];

		const { winner, outdated } = await choose(hooks, hooks[1], new Set(['a', 'b']), {
			...look,
			state,
		});

		expect([winner.id, ids(outdated)]).toEqual(['a', ['b']]);
	});
});
