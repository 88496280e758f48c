import type { INodePropertyCollection, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { resources } from '../../nodes/Smile/actions/resources';
import { actionNode, actionWorkflow } from '../support/n8n/workflows';
import { dragField, inputFields } from './support/inputFields';
import { openAction } from './support/panels';
import { PickField } from './support/pickField';
import { listOfResources, resourcesIn } from './support/resourceList';
import { useBuilder } from './support/useBuilder';

const builder = useBuilder();

type Option = INodeProperties | INodePropertyOptions | INodePropertyCollection;

const labelOf = (option: Option) => ('displayName' in option ? option.displayName : option.name);

/** The switches that have to be on before an option can be added. */
const switchesOf = (option: Option) =>
	'displayOptions' in option
		? Object.keys(option.displayOptions?.show ?? {}).filter((name) => !name.startsWith('@'))
		: [];

/** Each option after those that it depends on. */
const inOrder = (options: readonly Option[]) =>
	[...options].sort((one, other) => switchesOf(one).length - switchesOf(other).length);

describe('a person who sets up the Smile node', () => {
	it('finds every resource in the list', async () => {
		const panel = await openAction(builder(), {});

		expect(await resourcesIn(panel)).toEqual(listOfResources);
	});

	// Of the others only the fields are looked at, in a test of their own: each takes half a minute here.
	it.each([resources.account, resources.verification, resources.webhook])(
		'adds every field of every operation of the resource $name by hand',
		async ({ name, operations }) => {
			const panel = await openAction(builder(), {});
			await panel.choose('resource', name);

			for (const { option, properties } of operations) {
				await panel.choose('operation', option.name);
				const collections = properties.filter(({ type }) => type === 'collection');
				const added = collections.flatMap(({ displayName, options = [] }) =>
					inOrder(options).map((one) => ({ collection: displayName, label: labelOf(one), one })),
				);
				for (const { collection, label, one } of added) {
					for (const name of switchesOf(one)) await panel.part(`parameter-input-${name}`).click();
					await panel.addOption(label, collection);
				}

				const fields = properties
					.filter(({ type, displayOptions }) => type !== 'notice' && !displayOptions)
					.map(({ displayName }) => displayName);
				expect(await panel.labels()).toEqual(
					expect.arrayContaining([...fields, ...added.map(({ label }) => label)]),
				);
			}
			expect(operations.length).toBeGreaterThan(0);
		},
	);

	it('searches the list of webhooks and picks one', async () => {
		const { world, editor } = builder();
		const url = 'https://receiver.example.test/smile';
		const wanted = world.smile.webhooks.add({ name: 'Payroll alerts', url });
		world.smile.webhooks.add({ name: 'Something else', url });
		const panel = await openAction(builder(), { resource: 'webhook', operation: 'get' });

		const listed = await new PickField(panel, 'webhookId').search('payroll');
		await editor.page.getByText(`${wanted.name} (${url})`).click();
		await panel.executeButton.click();
		await panel.output.getByText(wanted.id).waitFor();

		expect(listed).toEqual([`${wanted.name} (${url})`]);
		expect(await panel.output.innerText()).toContain('Payroll alerts');
		world.smile.webhooks.clear();
	});

	it('drags a field of the output preview into the next node before anything ran', async () => {
		const { world, editor } = builder();
		const parameters = { resource: 'webhook', operation: 'getAll' };
		const input = actionWorkflow({ parameters, credential: world.credential });
		const set = {
			id: 'set-node',
			name: 'Edit Fields',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			position: [440, 0] as [number, number],
			parameters: {},
		};
		const toSet = { main: [[{ node: set.name, type: 'main', index: 0 }]] };
		const workflow = await world.rest.createWorkflow({
			...input,
			nodes: [...input.nodes, set],
			connections: { ...input.connections, [actionNode]: toSet },
		});
		await editor.openWorkflow(workflow);
		const panel = await editor.openNode(set.name);

		const fields = await inputFields(panel);
		expect(fields).toEqual(expect.arrayContaining(['id', 'name', 'url', 'eventTypes']));
		await dragField(panel, 'url', panel.part('assignment-collection-drop-area'));
		await panel.part('assignment').waitFor();

		expect(await panel.part('assignment-value').innerText()).toContain('{{ $json.url }}');
		expect(await panel.part('ndv-input-panel').innerText()).toContain('Preview');
	});
});
