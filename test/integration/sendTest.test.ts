import {
	NodeHelpers,
	type IDataObject,
	type INodeExecutionData,
	type INodeParameters,
} from 'n8n-workflow';

import { Smile } from '../../nodes/Smile/Smile.node';
import { runAction } from '../support/contexts/runAction';
import { sampleWebhookSecret } from '../support/contexts/sampleCredential';
import { byId } from '../support/picked';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { thrownBy } from '../support/thrownBy';
import { itemsOf, Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const byUrl = (value: string) => ({ __rl: true, mode: 'url', value });
const sendTest = (webhookId: INodeParameters, options: INodeParameters = {}): INodeParameters => ({
	resource: 'event',
	operation: 'sendTest',
	webhookId,
	eventType: 'INCOMES_ADDED',
	options,
});
const jsonOf = ([{ json }]: INodeExecutionData[]) => json;

/** A receiver that answers everything with this body. */
async function receiverOf(body: unknown): Promise<SimulatedSmile> {
	const receiver = await worlds.startSmile();
	receiver.faults.next({ kind: 'otherEnvelope', path: /.*/, body, times: Infinity });
	return receiver;
}

describe('a test event', () => {
	it.each([
		['', 'The credential has no webhook secret'],
		[
			'z'.repeat(65),
			'Smile accepts webhook secrets of at most 64 characters, but the one in the Smile API credential has 65. Shorten it there, then try again',
		],
	])('is not sent under the secret %j, which Smile takes for no webhook', async (secret, said) => {
		for (const signatureOnly of [false, true]) {
			const receiver = await worlds.startSmile();
			const url = byUrl(`${receiver.baseUrl}/hook`);

			const error = await thrownBy(
				runAction({
					credential: { webhookSecret: secret },
					parameters: sendTest(url, { signatureOnly }),
				}),
			);

			expect(error.message).toBe(said);
			expect(receiver.journal.entries).toEqual([]);
		}
	});

	it('is told from a real one by its ID', async () => {
		const { smile, trigger } = await worlds.publish();

		await runAction({ smile, parameters: sendTest(byUrl(trigger.localUrl)) });

		expect(itemsOf(trigger)[0][0].id).toMatch(/^et-test-[0-9a-f]{32}$/);
	});

	it.each([
		[4711, '4711'],
		[' et-mine ', 'et-mine'],
	])('takes %j for its ID', async (eventId, id) => {
		const { smile, trigger } = await worlds.publish();
		const items = [{ json: { eventId } }];

		const parameters = sendTest(byUrl(trigger.localUrl), { eventId: '={{ $json.eventId }}' });
		const result = jsonOf(await runAction({ smile, items, parameters }));

		expect(result).toMatchObject({ eventId: id, answer: { status: 'accepted' } });
		expect(itemsOf(trigger)[0][0].id).toBe(id);
	});

	it.each<[IDataObject, string]>([
		[{ eventId: { id: 'et-1' } }, 'The field Event ID holds an object, not text'],
		[{ eventId: ['et-1'] }, 'The field Event ID holds a list, not text'],
		[{ data: null }, 'The field Data holds no JSON object'],
		[{ data: 5 }, 'The field Data holds no JSON object'],
		[{ data: 0 }, 'The field Data holds no JSON object'],
		[{ data: false }, 'The field Data holds no JSON object'],
		[{ data: [] }, 'The field Data holds no JSON object'],
		[{ data: '"text"' }, 'The field Data holds no JSON object'],
		[{ signatureOnly: 'maybe' }, 'The field Signature Only holds neither true nor false'],
		[{ signatureOnly: null }, 'The field Signature Only holds nothing'],
	])('with the options %j is refused before anything is sent', async (given, said) => {
		const receiver = await worlds.startSmile();
		const [name] = Object.keys(given);
		const url = byUrl(`${receiver.baseUrl}/hook`);

		const error = await thrownBy(
			runAction({
				items: [{ json: given }],
				parameters: sendTest(url, { [name]: `={{ $json.${name} }}` }),
			}),
		);

		expect(error.message).toBe(said);
		expect(error.description).toBeTruthy();
		expect(receiver.journal.entries).toEqual([]);
	});

	it('leaves the sample as it is when Data was added and left empty', async () => {
		const { smile, trigger } = await worlds.publish();

		await runAction({ smile, parameters: sendTest(byUrl(trigger.localUrl), { data: ' ' }) });

		expect(itemsOf(trigger)[0][0].data).toMatchObject({ count: expect.any(Number) });
	});
});

describe('the answer to a test event', () => {
	it.each([
		['JSON', { page: 'x'.repeat(1_000_000) }],
		['text', 'x'.repeat(1_000_000)],
	])('is cut when it is long, though it is %s', async (_form, body) => {
		const receiver = await receiverOf(body);

		const result = jsonOf(
			await runAction({ parameters: sendTest(byUrl(`${receiver.baseUrl}/hook`)) }),
		);

		expect(result.answer).toMatch(/^.{1,20}x{1900,}… \(cut\)$/);
		expect(String(result.answer).length).toBeLessThanOrEqual(2_000);
	});

	it('stays an object when it is short JSON', async () => {
		const body = { page: 'x'.repeat(1_900) };
		const receiver = await receiverOf(body);

		const result = jsonOf(
			await runAction({ parameters: sendTest(byUrl(`${receiver.baseUrl}/hook`)) }),
		);

		expect(result.answer).toEqual(body);
	});
});

describe('the option Signature Only', () => {
	const signatureOnly = (target: INodeParameters) => sendTest(target, { signatureOnly: true });

	it('learns that a trigger accepts the secret, without running its workflow', async () => {
		const { smile, trigger } = await worlds.publish();
		const hook = smile.webhooks.add({ url: trigger.localUrl, secret: sampleWebhookSecret });

		const result = jsonOf(await runAction({ smile, parameters: signatureOnly(byId(hook.id)) }));

		expect(result).toEqual({
			accepted: true,
			usedBySmile: true,
			status: 400,
			answer: { status: 'rejected', reason: 'envelope' },
			durationMs: expect.any(Number),
			url: trigger.localUrl,
		});
		expect(trigger.executions).toEqual([]);
	});

	it('learns that a trigger accepts a new secret that Smile does not sign with yet', async () => {
		const { smile, trigger } = await worlds.publish();
		const hook = smile.webhooks.add({ url: trigger.localUrl, secret: 'dummy-old' });

		const result = jsonOf(await runAction({ smile, parameters: signatureOnly(byId(hook.id)) }));

		expect(result).toMatchObject({ accepted: true, usedBySmile: false });
	});

	it('learns that a trigger has another secret', async () => {
		const { smile, trigger } = await worlds.publish();
		const hook = smile.webhooks.add({ url: trigger.localUrl, secret: sampleWebhookSecret });

		const credential = { webhookSecret: 'dummy-of-another-credential' };
		const parameters = signatureOnly(byId(hook.id));
		const result = jsonOf(await runAction({ smile, credential, parameters }));

		expect(result).toMatchObject({ accepted: false, usedBySmile: false, status: 401 });
		expect(result.hint).toContain('another secret');
	});

	it('does not know what Smile signs with where Smile does not tell', async () => {
		const { smile, trigger } = await worlds.publish({}, { withoutSecretEcho: true });
		const hook = smile.webhooks.add({ url: trigger.localUrl });

		const result = jsonOf(await runAction({ smile, parameters: signatureOnly(byId(hook.id)) }));

		expect(result).toMatchObject({ accepted: true, usedBySmile: null });
	});

	it('knows nothing of Smile where an address was entered', async () => {
		const { smile, trigger } = await worlds.publish();

		const result = jsonOf(
			await runAction({ smile, parameters: signatureOnly(byUrl(trigger.localUrl)) }),
		);

		expect(result).toMatchObject({ accepted: true, usedBySmile: null });
	});

	it.each([
		['a success', 200, { status: 'accepted' }],
		['its own 400', 400, { error: 'Bad Request' }],
		['a text', 400, 'envelope'],
	])('takes %s of another receiver for no acceptance', async (_what, status, body) => {
		const receiver = await worlds.startSmile();
		receiver.faults.next({ kind: 'otherEnvelope', path: /.*/, status, body });

		const result = jsonOf(
			await runAction({ parameters: signatureOnly(byUrl(`${receiver.baseUrl}/hook`)) }),
		);

		expect(result).toMatchObject({ accepted: false, status });
		expect(receiver.journal.entries.map(({ body: sent }) => sent)).toEqual([{}]);
	});
});

describe('the warning about addresses', () => {
	const { description } = new Smile();
	const notice = description.properties.find(({ name }) => name === 'addressNotice');
	const isShown = (mode: string) => {
		const values = { resource: 'event', operation: 'sendTest', webhookId: { ...byUrl(''), mode } };
		return notice && NodeHelpers.displayParameter(values, notice, { typeVersion: 1 }, description);
	};

	it('is shown where an address is entered, and only there', () => {
		expect(['list', 'id', 'url'].map(isShown)).toEqual([false, false, true]);
		expect(notice?.displayName).toContain('signed with the webhook secret');
	});
});
