import { isSubscribed } from '../../../nodes/Smile/activation/isSubscribed';
import { attempts } from '../../../nodes/Smile/activation/memory';
import { subscribe } from '../../../nodes/Smile/activation/subscribe';
import { triggerOf } from '../../../nodes/Smile/activation/trigger';
import { unsubscribe } from '../../../nodes/Smile/activation/unsubscribe';
import { nodeKey, signingSecrets } from '../../../nodes/Smile/delivery/memory';
import { activationTime } from '../../support/activationTime';
import { said } from '../../support/memorySmile';
import { address, ownWorkflow, secret } from '../../support/triggerHooks';
import { waitFor } from '../../support/waitFor';

const time = activationTime();

const listening = {
	mode: 'manual',
	address: 'https://n8n.example.test/webhook-test/1/webhook',
} as const;

describe('the end of a test run', () => {
	it('removes at once what is at its address', async () => {
		const { smile, hooks } = ownWorkflow();
		const live = smile.webhooks.add({ url: address });
		await subscribe(hooks(listening).context);
		expect(smile.ids).toHaveLength(2);

		expect(await unsubscribe(hooks({ ...listening, mode: 'internal' }).context)).toBe(true);

		expect(smile.ids).toEqual([live.id]);
	});

	it('has no part for Smile where n8n brought a sample', async () => {
		const { smile, hooks } = ownWorkflow();
		const { context } = hooks({ ...listening, mode: 'internal' });
		attempts.begin(triggerOf(context), true).isSampled = true;

		expect(await unsubscribe(context)).toBe(true);

		expect([smile.calls, said(smile)]).toEqual([[], []]);
	});

	it('does not end the registration of the published trigger, which holds up a removal', async () => {
		const { smile, hooks, owned } = ownWorkflow();
		const { id } = smile.webhooks.add({ url: address });
		await unsubscribe(hooks({ stored: { node: owned } }).context);
		const edited = { parameters: { events: ['USER_CREATED'] } };
		await isSubscribed(hooks(edited).context);

		await subscribe(hooks(listening).context);
		await unsubscribe(hooks({ ...listening, mode: 'internal' }).context);
		await time.advance(10_000);
		expect(smile.ids).toEqual([id]);

		await subscribe(hooks(edited).context);
		await waitFor(() => !smile.ids.includes(id));
		expect(smile.webhooks.all).toMatchObject([{ url: address, eventTypes: ['USER_CREATED'] }]);
	});

	it.each([false, true])(
		'forgets the secrets of the test run alone, sampled: %s',
		async (isSampled) => {
			const { hooks } = ownWorkflow();
			const { context } = hooks({ ...listening, mode: 'internal' });
			attempts.begin(triggerOf(context), true).isSampled = isSampled;
			const reads: string[] = [];
			const check = async (isTest: boolean) => {
				const read = async () => {
					reads.push(isTest ? 'test' : 'live');
					return await Promise.resolve([secret]);
				};
				await signingSecrets.check(nodeKey(context, isTest).secrets, read, () => ({ ok: true }));
			};
			await check(true);
			await check(false);

			await unsubscribe(context);
			await check(true);
			await check(false);

			expect(reads).toEqual(['test', 'live', 'test']);
		},
	);
});
