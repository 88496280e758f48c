import { catalogue } from '../../nodes/Smile/events/catalogue';
import type { SmileEventType } from '../../nodes/Smile/events/event';
import { sampleEvent } from '../../nodes/Smile/events/sample';
import type { Workflow } from '../support/n8n/types';
import { afterNode } from '../support/n8n/workflows';
import { untilLogged } from '../support/n8n/untilLogged';
import { borrowN8nWorld, type N8nWorld } from '../support/n8n/world';
import { eventually } from '../support/waitFor';

let world: N8nWorld;
beforeAll(async () => {
	world = await borrowN8nWorld();
});
afterAll(async () => await world?.close());

const accepted = { status: 200, body: JSON.stringify({ status: 'accepted' }) };
const answer = (status: string, reason: string) => JSON.stringify({ status, reason });

/** The webhook of a workflow that was just published: the last one made. */
const lastWebhook = () => {
	const webhook = world.smile.webhooks.all.at(-1);
	if (!webhook) throw new Error('No webhook is registered');
	return webhook;
};

async function executionsOf({ id }: Workflow) {
	return await world.rest.listExecutions(id);
}

describe('a signed event in a real n8n', () => {
	it('of each type arrives as an item equal to what was sent', async () => {
		const workflow = await world.publish({ events: ['ALL_EVENTS'] });
		const types = Object.keys(catalogue) as SmileEventType[];
		const to = lastWebhook();

		const answers = [];
		for (const type of types) answers.push(await world.smile.deliver(sampleEvent(type), { to }));
		const executions = await world.rest.waitForExecutions(workflow.id, types.length);

		expect(answers.map(({ status, body }) => ({ status, body }))).toEqual(
			types.map(() => accepted),
		);
		const received = executions.flatMap((execution) =>
			execution.items(afterNode).map(({ json }) => json),
		);
		const byType = (a: { type?: unknown }, b: { type?: unknown }) =>
			String(a.type) < String(b.type) ? -1 : 1;
		expect(received.sort(byType)).toEqual(types.map((type) => sampleEvent(type)).sort(byType));
		expect(executions.every(({ status }) => status === 'success')).toBe(true);
		await world.rest.deactivate(workflow);
	});

	it.each(['application/octet-stream', 'text/plain', 'application/vnd.smile+json', null])(
		'arrives with the content type %s',
		async (contentType) => {
			const workflow = await world.publish({ events: ['ALL_EVENTS'] });
			const event = { id: 'et-1', type: 'ADDED_LATER', data: { amount: 7, name: 'Niño 李 😀' } };

			const sent = await world.smile.deliver(event, { to: lastWebhook(), contentType });
			const [execution] = await world.rest.waitForExecutions(workflow.id, 1);

			expect(sent).toMatchObject(accepted);
			expect(execution.items(afterNode).map(({ json }) => json)).toEqual([event]);
			await world.rest.deactivate(workflow);
		},
	);

	it('becomes one item for each record when the workflow asks for records', async () => {
		const workflow = await world.publish({
			events: ['TASK_FINISHED'],
			options: { output: 'records', includePayload: true },
		});

		await world.smile.emit('TASK_FINISHED');
		const [execution] = await world.rest.waitForExecutions(workflow.id, 1);

		const items = execution.items(afterNode).map(({ json }) => json);
		expect(items.length).toBeGreaterThan(1);
		expect(items.every(({ eventType }) => eventType === 'TASK_FINISHED')).toBe(true);
		await world.rest.deactivate(workflow);
	});
});

describe('a delivery that must not start anything', () => {
	it('is answered as documented and leaves no execution', async () => {
		const workflow = await world.publish({ events: ['INCOMES_ADDED'] });
		const to = lastWebhook();
		const once = { to, retry: false };
		const event = sampleEvent('INCOMES_ADDED');
		await world.smile.deliver(event, once);

		const answers = {
			duplicate: await world.smile.deliver(event, once),
			filtered: await world.smile.deliver('USER_CREATED', once),
			changed: await world.smile.deliver(event, { ...once, alter: (body) => `${body} ` }),
			forged: await world.smile.deliver(event, { ...once, secret: 'dummy-forged' }),
			unsigned: await world.smile.deliver(event, { ...once, signature: null }),
			empty: await world.smile.deliver(Buffer.alloc(0), once),
			noEvent: await world.smile.deliver({ hello: 'there' }, once),
			malformed: await world.smile.deliver(Buffer.from('{"id":'), once),
		};

		const brief = Object.fromEntries(
			Object.entries(answers).map(([name, { status, body }]) => [name, `${status} ${body}`]),
		);
		expect(brief).toEqual({
			duplicate: `200 ${answer('ignored', 'duplicate')}`,
			filtered: `200 ${answer('ignored', 'filtered')}`,
			changed: `401 ${answer('rejected', 'signature')}`,
			forged: `401 ${answer('rejected', 'signature')}`,
			unsigned: `401 ${answer('rejected', 'signature')}`,
			empty: `400 ${answer('rejected', 'envelope')}`,
			noEvent: `400 ${answer('rejected', 'envelope')}`,
			malformed: expect.stringMatching(/^422 /),
		});
		expect(await executionsOf(workflow)).toHaveLength(1);
		await untilLogged(world.n8n, 'Smile delivery rejected: signature does not match');
		await world.rest.deactivate(workflow);
	});

	it('starts one execution when the same event arrives twenty times at once', async () => {
		const workflow = await world.publish({ events: ['ALL_EVENTS'] });
		const to = lastWebhook();
		const event = sampleEvent('ACCOUNT_CONNECTED');

		const answers = await Promise.all(
			Array.from({ length: 20 }, async () => await world.smile.deliver(event, { to })),
		);
		await world.rest.waitForExecutions(workflow.id, 1);

		expect(answers.filter(({ body }) => body === accepted.body)).toHaveLength(1);
		expect(answers.every(({ status }) => status === 200)).toBe(true);
		expect(await executionsOf(workflow)).toHaveLength(1);
		await world.rest.deactivate(workflow);
	});

	it('is sent again by Smile when the credential is gone', async () => {
		const credential = await world.rest.createCredential({
			name: 'Deleted soon',
			type: 'getSmileApi',
			data: world.credentialData,
		});
		const { credential: kept } = world;
		world.credential = credential;
		const workflow = await world.publish({ events: ['ALL_EVENTS'] }).finally(() => {
			world.credential = kept;
		});
		await world.rest.deleteCredential(credential);

		const sent = await world.smile.deliver('USER_CREATED', { to: lastWebhook(), retry: false });

		expect(sent.status).toBe(503);
		await eventually(async () => (await executionsOf(workflow)).length === 0);
	});
});
