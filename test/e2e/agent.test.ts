import type { INodeParameters } from 'n8n-workflow';

import { agentNode, agentWorkflow } from '../support/n8n/agentWorkflow';
import { startChatModel, type ChatModel, type Saying } from '../support/n8n/chatModel';
import { manualNode } from '../support/n8n/workflows';
import { borrowN8nWorld, type N8nWorld } from '../support/n8n/world';

const lastWord = 'That is all I know.';

describe('the Smile node as a tool of an AI agent', () => {
	let world: N8nWorld;
	let model: ChatModel;
	let input: object;

	beforeAll(async () => {
		world = await borrowN8nWorld();
		// The model calls the only tool it is offered, and is content with whatever that answers.
		model = await startChatModel(({ messages, tools }): Saying => {
			if (messages.at(-1)?.role === 'tool') return lastWord;
			return { tool: tools?.[0].function.name ?? 'none', input };
		});
	});
	afterAll(async () => {
		await world?.close();
		await model?.close();
	});
	beforeEach(() => {
		world.smile.webhooks.clear();
		world.smile.journal.clear();
		model.requests.length = 0;
	});

	async function askAgent(parameters: INodeParameters) {
		const { rest, credential } = world;
		const openAi = await rest.createCredential({
			name: 'Nobody',
			type: 'openAiApi',
			data: { apiKey: 'dummy-key', url: model.url },
		});
		const workflow = await rest.createWorkflow(
			agentWorkflow({ parameters, smile: credential, openAi }),
		);
		const started = await rest.runManually(workflow.id, manualNode);
		if (!('executionId' in started)) throw new Error('n8n waits for a webhook in a manual run');
		const { error, items } = await rest.finishedExecution(started.executionId, 60_000);
		const { messages = [] } = model.requests.at(-1) ?? {};
		return { error, said: items(agentNode)[0]?.json.output, toolSaid: messages.at(-1)?.content };
	}

	it('gives the model what it asked for, with an ID that the model filled in', async () => {
		const [wanted, other] = [
			world.smile.webhooks.add({ name: 'Wanted' }),
			world.smile.webhooks.add(),
		];
		input = { webhookId: wanted.id };

		const { error, said, toolSaid } = await askAgent({
			descriptionType: 'manual',
			toolDescription: 'Gets a webhook',
			resource: 'webhook',
			operation: 'get',
			webhookId: {
				__rl: true,
				mode: 'id',
				value: "={{ $fromAI('webhookId', 'The ID of the webhook', 'string') }}",
			},
		});

		expect(error).toBeUndefined();
		expect(said).toBe(lastWord);
		expect(world.smile.journal.entries.map(({ path }) => path)).toEqual([`/webhooks/${wanted.id}`]);
		expect(toolSaid).toContain('Wanted');
		expect(toolSaid).not.toContain(other.id);
		expect(JSON.stringify(model.requests)).not.toContain(String(wanted.secret));
		const [{ tools }] = model.requests;
		expect(tools?.[0].function.parameters).toMatchObject({
			properties: { webhookId: { type: 'string', description: 'The ID of the webhook' } },
		});
	});

	it('describes itself to the model, and reads without being told anything', async () => {
		world.smile.data.people(2);
		input = {};

		const { error, said, toolSaid } = await askAgent({ resource: 'user', operation: 'getAll' });

		expect(error).toBeUndefined();
		expect(said).toBe(lastWord);
		for (const { id } of world.smile.data.all('users')) expect(toolSaid).toContain(id);
		expect(model.requests[0].tools?.[0].function.description).toMatch(/user/i);
	});

	it('tells the model what went wrong, so that it can go on', async () => {
		input = { webhookId: 'no-such-webhook' };

		const { toolSaid } = await askAgent({
			resource: 'webhook',
			operation: 'get',
			webhookId: { __rl: true, mode: 'id', value: "={{ $fromAI('webhookId') }}" },
		});

		expect(toolSaid).toMatch(/webhook/i);
		expect(world.smile.journal.of('GET', '/webhooks/no-such-webhook')).toHaveLength(1);
	});
});
