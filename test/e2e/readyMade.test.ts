import type { IDataObject } from 'n8n-workflow';

import { sampleEvent } from '../../nodes/Smile/events/sample';
import reactToNewIncomes from '../../workflows/react-to-new-incomes.json';
import rotateSecret from '../../workflows/rotate-secret.json';
import storeIncomes from '../../workflows/store-incomes.json';
import testSubscriptions from '../../workflows/test-subscriptions.json';
import { startHttpsFront, type HttpsFront } from '../support/n8n/httpsFront';
import { importFile } from '../support/n8n/readyMade';
import type { Execution, Workflow } from '../support/n8n/types';
import { triggerWorkflow } from '../support/n8n/workflows';
import { hasTables } from '../support/n8n/version';
import { startN8nWorld, webhookSecret as oldSecret, type N8nWorld } from '../support/n8n/world';

const newSecret = 'dummy-secret-after-the-rotation';
const endpoints = {
	N8N_ENDPOINT_WEBHOOK: 'smile-in',
	N8N_ENDPOINT_WEBHOOK_TEST: 'smile-try',
	N8N_ENDPOINT_WEBHOOK_WAIT: 'smile-wait',
};

let front: HttpsFront;
let world: N8nWorld;
beforeAll(async () => {
	front = await startHttpsFront();
	const { env, ...options } = front.options;
	world = await startN8nWorld({ ...options, env: { ...env, ...endpoints } });
});
afterAll(async () => {
	await world?.close();
	await front?.close();
});

let published: Workflow[] = [];
beforeEach(async () => {
	published = [];
	world.smile.webhooks.clear();
	world.smile.webhooks.withoutSecretEcho = false;
	await saveSecrets({ webhookSecret: oldSecret, previousWebhookSecret: '' });
});
afterEach(async () => {
	for (const workflow of published) await world.rest.deactivate(workflow);
});

async function saveSecrets(secrets: IDataObject): Promise<void> {
	await world.rest.updateCredential(world.credential, { ...world.credentialData, ...secrets });
}

/** A published workflow, and the webhook that Smile got for it. */
async function publish(name: string, parameters: IDataObject = {}) {
	published.push(await world.publish({ events: ['ALL_EVENTS'], ...parameters }, name));
	return hookOf(name);
}

/** One whose trigger has a credential of its own, with the same key and another secret. */
async function publishWithOtherSecret(name: string, webhookSecret: string) {
	const { type } = world.credential;
	const data = { ...world.credentialData, webhookSecret };
	const credential = await world.rest.createCredential({ name: 'Second', type, data });
	const parameters = { events: ['ALL_EVENTS'] };
	const workflow = await world.rest.createWorkflow(
		triggerWorkflow({ parameters, credential, name }),
	);
	published.push(workflow);
	await world.rest.activate(workflow);
	return hookOf(name);
}

function hookOf(name: string) {
	const hook = world.smile.webhooks.all.find((one) => one.name === `n8n: ${name}`);
	if (!hook) throw new Error(`Smile has no webhook for ${name}`);
	return hook;
}

async function run(file: IDataObject): Promise<Execution> {
	const workflow = await importFile(world, file);
	const started = await world.rest.runManually(workflow.id, 'When You Run It');
	if (!('executionId' in started)) throw new Error('n8n waits for a webhook in a manual run');
	return await world.rest.finishedExecution(started.executionId, 60_000);
}

const jsonOf = (execution: Execution, node: string) =>
	execution.items(node).map(({ json }) => json);
const status = async (to: string, secret: string) =>
	(await world.smile.deliver('USER_CREATED', { to, secret })).status;

describe('"rotate secret", where n8n has addresses of its own choice', () => {
	it.each([
		['shows', false],
		['does not show', true],
	])(
		'changes the triggers of this credential alone, where Smile %s secrets',
		async (_how, withoutSecretEcho) => {
			world.smile.webhooks.withoutSecretEcho = withoutSecretEcho;
			const mine = await publish('Mine');
			const second = await publishWithOtherSecret('Of a second credential', 'dummy-second');
			const { url } = mine;
			const elsewhere = world.smile.webhooks.add({ url: 'https://other.example.test/x/webhook' });
			const noTrigger = world.smile.webhooks.add({ url: url.replace(/[^/]+\/webhook$/, 'plain') });
			await saveSecrets({ webhookSecret: newSecret, previousWebhookSecret: oldSecret });

			const execution = await run(rotateSecret);

			expect(execution.error).toBeUndefined();
			expect(url).toContain('/smile-in/');
			expect(
				jsonOf(execution, 'Give the New Secret').map((json) => json.replacedWebhookId),
			).toEqual([mine.id]);
			expect(jsonOf(execution, 'Left As It Is')).toEqual([
				{
					webhook: second.name,
					url: second.url,
					hasNewSecret: false,
					isInDoubt: false,
					why: 'Its trigger has another secret, from another credential',
				},
			]);
			expect(world.smile.webhooks.withUrl(url)).toMatchObject([{ secret: newSecret }]);
			expect(world.smile.webhooks.all).toEqual(
				expect.arrayContaining([second, elsewhere, noTrigger]),
			);
			expect(await Promise.all([status(url, newSecret), status(url, oldSecret)])).toEqual([
				200, 200,
			]);
			expect(await status(second.url, second.secret)).toBe(200);
		},
	);

	it('runs no workflow, and changes nothing when it is run again', async () => {
		const mine = await publish('Mine');
		await saveSecrets({ webhookSecret: newSecret, previousWebhookSecret: oldSecret });
		await run(rotateSecret);
		const changed = world.smile.webhooks.all;

		const again = await run(rotateSecret);

		expect(again.error).toBeUndefined();
		expect(jsonOf(again, 'Your step here')).toMatchObject([
			{ webhook: mine.name, why: 'It has the new secret already' },
		]);
		expect(world.smile.webhooks.all).toEqual(changed);
		expect(await world.rest.listExecutions(published[0].id)).toEqual([]);
	});

	it('leaves a trigger that cannot be asked, names it and ends with an error', async () => {
		const mine = await publish('Mine');
		const closed = await publish('For Smile alone', { options: { smileIpOnly: true } });
		await saveSecrets({ webhookSecret: newSecret, previousWebhookSecret: oldSecret });

		const execution = await run(rotateSecret);

		expect(execution.error?.message).toBe(
			`Some webhooks were left as they are, so do not empty Previous Webhook Secret yet. ${closed.name}: Its answer was 403: address`,
		);
		const runs = execution.data.resultData.runData['Your step here'];
		const report = runs.flatMap(({ data }) => (data?.main[0] ?? []).map(({ json }) => json));
		expect(report).toMatchObject([
			{ webhook: mine.name, isInDoubt: false },
			{ webhook: closed.name, isInDoubt: true },
		]);
		expect(world.smile.webhooks.withUrl(mine.url)).toMatchObject([{ secret: newSecret }]);
		expect(world.smile.webhooks.withUrl(closed.url)).toEqual([closed]);
	});

	it.each([
		['of others only', ['https://other.example.test/x/webhook']],
		['none', []],
	])('ends with an error where the webhooks at Smile are: %s', async (_which, urls) => {
		for (const url of urls) world.smile.webhooks.add({ url });

		const execution = await run(rotateSecret);

		expect(execution.error?.message).toContain(
			`Smile has no webhook of a Smile Trigger below ${front.options.publicUrl}/, so nothing was changed`,
		);
		expect(world.smile.webhooks.all.map(({ url }) => url)).toEqual(urls);
	});
});

describe('"test subscriptions", where n8n has addresses of its own choice', () => {
	it('sends a signed event to the webhooks of this n8n and no other', async () => {
		const mine = await publish('Mine');
		world.smile.webhooks.add({ url: 'https://other.example.test/smile' });

		const execution = await run(testSubscriptions);

		expect(execution.error).toBeUndefined();
		expect(jsonOf(execution, 'Your step here')).toEqual([
			{ webhook: mine.name, works: true, said: '200: accepted' },
		]);
	});

	it('ends with an error where there is none to test', async () => {
		world.smile.webhooks.add({ url: 'https://other.example.test/smile' });

		const execution = await run(testSubscriptions);

		expect(execution.error?.message).toContain(
			`Smile has no webhook below ${front.options.publicUrl}/, so nothing was tested`,
		);
	});
});

describe.each([
	['react to new incomes', reactToNewIncomes, it],
	['store incomes', storeIncomes, hasTables ? it : it.skip],
])('"%s"', (_name, file, itWhere) => {
	itWhere('ends with an error for an event whose incomes were not read', async () => {
		const workflow = await importFile(world, file);
		published.push(workflow);
		await world.rest.activate(workflow);
		const event = { ...sampleEvent('INCOMES_ADDED'), id: 'et-without-account', data: {} };

		await world.smile.emit(event);
		const [{ error }] = await world.rest.waitForExecutions(workflow.id, 1);

		expect(error?.message).toBe(
			'The incomes of event et-without-account were not read: The event names no data',
		);
	});
});
