import { randomUUID } from 'node:crypto';
import type { IDataObject, INode } from 'n8n-workflow';

import { isFullRun } from '../../support/fullRun';
import { lapse } from '../../support/lapse';
import { runN8nCommand } from '../../support/n8n/cli';
import { openPublicApi } from '../../support/n8n/publicApi';
import { connectRest } from '../../support/n8n/rest';
import { services } from '../../support/n8n/services';
import { startN8n } from '../../support/n8n/start';
import { untilLogged } from '../../support/n8n/untilLogged';
import { copyOfFolder } from '../../support/n8n/userFolders';
import { startN8nWorld, type N8nWorld } from '../../support/n8n/world';

/** Longer than the ten seconds after which a webhook is removed. */
const longEnough = 13_000;

describe.each(services)('a copy costs its original no webhook, with $name', ({ env }) => {
	/** Each starts another n8n or two beside the first. */
	const longCase = isFullRun ? it : it.skip;
	let world: N8nWorld;
	beforeAll(async () => {
		if (isFullRun) world = await startN8nWorld({ env });
	});
	afterAll(async () => await world?.close());
	beforeEach(() => world?.smile.webhooks.clear());

	const webhooks = () => world.smile.webhooks.all;

	/** The original's webhook is there after the removal of any other would be over, and events arrive through it. */
	async function expectUnharmed(original: ReturnType<typeof webhooks>[number]): Promise<void> {
		await lapse(longEnough);
		expect(world.smile.webhooks.get(original.id)).toEqual(original);
		const delivered = await world.smile.deliver('USER_CREATED', { to: original, retry: false });
		expect(delivered.status).toBe(200);
	}

	longCase(
		'when its database is started under another address and the workflow unpublished there',
		async () => {
			const workflow = await world.publish({ events: ['ALL_EVENTS'] });
			const [original] = webhooks();
			await world.n8n.stop({ keepUserFolder: true });
			const { folder, remove } = await copyOfFolder(world.n8n.userFolder);
			await world.start();
			const publicUrl = 'https://copy.example.test';
			const copy = await startN8n({ env, userFolder: folder, withPackage: false, publicUrl });
			try {
				const rest = await connectRest(copy);
				await rest.deactivate(workflow);

				await expectUnharmed(original);
				await untilLogged(copy, `A webhook may be left at Smile: ${original.id}`);
			} finally {
				await copy.stop();
				await remove();
			}
			await world.unpublish(workflow);
		},
	);

	longCase(
		'when the workflow is exported, and imported into an n8n at localhost that cannot publish it',
		async () => {
			const workflow = await world.publish({ events: ['ALL_EVENTS'] });
			const [original] = webhooks();
			const { userFolder } = world.n8n;
			const files = {
				workflow: `${userFolder}/workflow.json`,
				credential: `${userFolder}/key.json`,
			};
			const id = `--id=${workflow.id}`;
			await runN8nCommand(userFolder, 'export:workflow', id, `--output=${files.workflow}`);
			await runN8nCommand(
				userFolder,
				'export:credentials',
				`--id=${world.credential.id}`,
				'--decrypted',
				`--output=${files.credential}`,
			);
			const elsewhere = await startN8n({ env, publicUrl: 'http://localhost:5678' });
			try {
				const rest = await connectRest(elsewhere);
				const into = elsewhere.userFolder;
				await runN8nCommand(into, 'import:credentials', `--input=${files.credential}`);
				await runN8nCommand(into, 'import:workflow', `--input=${files.workflow}`);

				const { status, errorMessage } = await rest.publish(workflow);
				expect(status).toBe('failed');
				expect(errorMessage).toContain('https addresses only');
				await rest.deactivate(workflow).catch(() => {});

				await expectUnharmed(original);
			} finally {
				await elsewhere.stop();
			}
			await world.unpublish(workflow);
		},
	);

	longCase(
		'when the workflow is read from and posted to the API of n8n, and cannot be published',
		async () => {
			const workflow = await world.publish({ events: ['ALL_EVENTS'] });
			const [original] = webhooks();
			const call = await openPublicApi(world.n8n, world.rest.call);
			const { name, nodes, connections, settings, staticData } = await call(
				'GET',
				`/workflows/${workflow.id}`,
			);
			expect(JSON.stringify(staticData)).toContain(original.id);
			const withoutEvents = (node: INode, change: Partial<INode> = {}): INode =>
				node.type.endsWith('.smileTrigger')
					? { ...node, ...change, parameters: { events: [] } }
					: node;
			const own = { webhookId: randomUUID() };
			const posted: IDataObject[] = [
				{ nodes },
				{ nodes: (nodes as unknown as INode[]).map((node) => withoutEvents(node)) as never },
				{ nodes: (nodes as unknown as INode[]).map((node) => withoutEvents(node, own)) as never },
			];

			for (const change of posted) {
				const rest = { name, connections, settings: settings ?? {}, staticData };
				const { id } = await call('POST', '/workflows', { ...rest, ...change });
				const copy = { id: String(id) };
				expect((await world.rest.publish(copy)).status).toBe('failed');
				await world.rest.deactivate(copy).catch(() => {});
			}

			await expectUnharmed(original);
			expect(webhooks()).toEqual([original]);
			await world.unpublish(workflow);
		},
	);
});
