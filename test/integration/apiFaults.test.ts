import type { INodeParameters } from 'n8n-workflow';

import { runAction } from '../support/contexts/runAction';
import { sampleCredential } from '../support/contexts/sampleCredential';
import { testCredential } from '../support/contexts/testCredential';
import { removalClock } from '../support/contexts/removalClock';
import { byId } from '../support/picked';
import { quickPauses } from '../support/quickPauses';
import { thrownBy } from '../support/thrownBy';
import { waitFor } from '../support/waitFor';
import { Worlds } from '../support/world';
import { idsAt } from '../support/webhookCreations';

quickPauses();
const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

describe('an answer that is not Smile’s', () => {
	const list: INodeParameters = { resource: 'webhook', operation: 'getAll' };
	const deletion = (id: string): INodeParameters => ({
		resource: 'webhook',
		operation: 'delete',
		webhookId: byId(id),
	});

	it('of a wrong version path says so', async () => {
		const smile = await worlds.startSmile();
		const baseUrl = smile.baseUrl.replace('/v1', '/v2');

		const error = await thrownBy(runAction({ smile, credential: { baseUrl }, parameters: list }));

		expect(error.message).toMatch(/Could not read the webhooks: .+404|MISSING_RESOURCE/);
		expect(error.description).toContain('with its version path such as /v1');
	});

	it.each([404, 403] as const)('with the status %d is not taken for Smile’s', async (status) => {
		const smile = await worlds.startSmile();
		const { accountId, userId } = smile.data.live(new Date(), { account: 'connected' });
		smile.faults.next({ kind: 'html', status, times: Infinity });

		const error = await thrownBy(
			runAction({
				smile,
				items: [
					{
						json: {
							id: 'et-1',
							type: 'INCOMES_ADDED',
							createdAt: '2026-03-04T12:00:00Z',
							data: { accountId, userId, count: 1 },
						},
					},
				],
				parameters: { resource: 'event', operation: 'getData' },
			}),
		);

		expect(error.message).toContain('did not come from the Smile API but from something in');
	});

	it('does not say that a webhook was deleted', async () => {
		const smile = await worlds.startSmile();
		const { id } = smile.webhooks.add();
		smile.faults.next({ kind: 'html', status: 404, method: 'DELETE' });

		const error = await thrownBy(runAction({ smile, parameters: deletion(id) }));

		expect(error.message).toContain(`Could not delete the webhook ${id}`);
		expect(error.message).toContain('did not come from the Smile API');
		expect(idsAt(smile)).toEqual([id]);
	});

	it('leaves it to the list whether a webhook is gone', async () => {
		const { smile, trigger } = await worlds.publish();
		smile.faults.next({ kind: 'html', status: 404, method: 'DELETE', afterWork: true });

		await trigger.deactivate();
		await removalClock.pass(10_000);
		await waitFor(() => trigger.logs.some(({ message }) => message.includes('removed')));

		expect(smile.webhooks.all).toEqual([]);
	});

	it('without a body is none, but for a deletion', async () => {
		const smile = await worlds.startSmile();
		const { id } = smile.webhooks.add();
		smile.faults.next({ kind: 'empty', status: 204, method: 'DELETE', afterWork: true });

		const [item] = await runAction({ smile, parameters: deletion(id) });

		expect(item.json).toEqual({ deleted: true, id });
		smile.faults.next({ kind: 'empty', status: 204 });
		const error = await thrownBy(runAction({ smile, parameters: list }));
		expect(error.message).toContain('did not come from the Smile API');
	});
});

describe('a redirect', () => {
	it.each([301, 302, 303, 307, 308])('%d is not followed with the key', async (status) => {
		const smile = await worlds.startSmile();
		const elsewhere = await worlds.startSmile({ apiKey: smile.apiKey, apiSecret: smile.apiSecret });
		const { host } = new URL(elsewhere.baseUrl);
		const location = `${elsewhere.baseUrl}/webhooks?user=maria`;
		smile.faults.next({ kind: 'status', status, headers: { location } });

		const error = await thrownBy(
			runAction({ smile, parameters: { resource: 'webhook', operation: 'getAll' } }),
		);

		expect(error.message).toContain(`the address redirects to ${host}, and`);
		expect(error.message).not.toContain('maria');
		expect(elsewhere.journal.entries).toEqual([]);
	});

	it('is not followed with the key of a credential that is tested', async () => {
		const smile = await worlds.startSmile();
		const elsewhere = await worlds.startSmile();
		const location = `${elsewhere.baseUrl}/webhooks`;
		smile.faults.next({ kind: 'status', status: 302, headers: { location } });

		const result = await testCredential(sampleCredential(smile));

		expect(result.message).toContain(`redirects to ${new URL(elsewhere.baseUrl).host}`);
		expect(elsewhere.journal.entries).toEqual([]);
	});
});

it('a request that timed out at a gateway (408) is sent again', async () => {
	const smile = await worlds.startSmile();
	smile.webhooks.add();
	smile.faults.next({ kind: 'status', status: 408 });

	const found = await runAction({
		smile,
		parameters: { resource: 'webhook', operation: 'getAll' },
	});

	expect(found).toHaveLength(1);
});

it('a text of Smile’s that names a person loses it', async () => {
	const smile = await worlds.startSmile();
	const message = 'maria@example.test with 529559991234 sent iVBORw0KGgoAAAANSUhEUgAAAA==';
	smile.faults.next({ kind: 'status', status: 400, message });

	const error = await thrownBy(
		runAction({ smile, parameters: { resource: 'webhook', operation: 'getAll' } }),
	);

	expect(error.message).toContain('(INVALID_PARAMETERS: *** with *** sent ***, request ');
});
