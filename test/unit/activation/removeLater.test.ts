import { deleteAll } from '../../../nodes/Smile/activation/deleteAll';
import { removals } from '../../../nodes/Smile/activation/memory';
import { removeLater } from '../../../nodes/Smile/activation/removeLater';
import { triggerOf } from '../../../nodes/Smile/activation/trigger';
import { activationTime } from '../../support/activationTime';
import { refused, said } from '../../support/memorySmile';
import { address, ownWorkflow } from '../../support/triggerHooks';
import { waitFor } from '../../support/waitFor';

const time = activationTime();
const cleanUp = 'If nobody needs it, delete it with the Smile node: Webhook, Get Many, then Delete';

function setUp(count: number) {
	const { smile, hooks, name } = ownWorkflow();
	const webhooks = Array.from({ length: count }, () => smile.webhooks.add({ url: address }));
	return { smile, name, trigger: triggerOf(hooks().context), webhooks };
}

describe('webhooks that are to be removed later', () => {
	it('are remembered with what the trigger knew, and removed but for those that are kept', async () => {
		const { smile, trigger, webhooks } = setUp(3);
		const [first, kept, last] = webhooks.map(({ id }) => id);

		removeLater(smile.client(), trigger, webhooks, { webhookId: kept });
		expect(removals.of(trigger.id)).toMatchObject([
			{ removal: { address, ids: [first, kept, last], state: { webhookId: kept } } },
		]);
		removals.spare(kept);
		await time.advance(10_000);
		await waitFor(() => smile.ids.length === 1);

		expect(smile.calls).toEqual([`DELETE /webhooks/${first}`, `DELETE /webhooks/${last}`]);
	});

	it('are named where the credential leads nowhere', async () => {
		const { smile, trigger, webhooks, name } = setUp(1);
		const client = { ...smile.client(), credential: { environment: 'custom', baseUrl: 'nowhere' } };

		removeLater(client, trigger, webhooks, {});
		await time.advance(10_000);
		await waitFor(() => smile.lines.length === 2);

		expect(said(smile)[1]).toBe(
			`warn: A webhook may be left at Smile: at ${address}, of the trigger ${name}. The Base URL of the Smile API credential is not a URL. Enter one such as https://smile.example.com/v1 in the credential. ${cleanUp}`,
		);
	});
});

describe('deleting webhooks', () => {
	it('goes on after one that could not be deleted, and says which are gone', async () => {
		const { smile, webhooks } = setUp(3);
		const [first, second, last] = webhooks.map(({ id }) => id);
		smile.webhooks.remove(last);
		smile.interfere('DELETE', refused);

		const deleted = await deleteAll(smile.client(), webhooks);

		expect([...deleted]).toEqual([second, last]);
		expect(said(smile)).toEqual([
			`warn: A webhook may be left at Smile: ${first} at ${address} could not be deleted (INVALID_PARAMETERS, req-1). ${cleanUp}`,
			`info: Smile webhook removed: ${second} at ${address}`,
			`info: Smile webhook removed: ${last} at ${address}`,
		]);
	});
});
