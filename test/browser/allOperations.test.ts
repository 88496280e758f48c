import { resources } from '../../nodes/Smile/actions/resources';
import { actionWorkflow, manualNode } from '../support/n8n/workflows';
import { waitFor } from '../support/waitFor';
import { fieldStates } from './support/fieldStates';
import type { NodePanel } from './support/nodePanel';
import { useBuilder } from './support/useBuilder';

const builder = useBuilder();

const all = Object.entries(resources).flatMap(([value, { name, operations }]) =>
	operations.map((operation) => ({ value, name, operation })),
);
const nodeOf = (resource: string, operation: string, choice: string) =>
	[resource, operation, choice].filter(Boolean).join(' ');
const columns = 12;

/** Opens one workflow with a node for each state of each operation's fields, in a grid. */
async function openAll(): Promise<void> {
	const { world, editor } = builder();
	const { credential } = world;
	const states = all.flatMap(({ value, name, operation }) =>
		fieldStates(value, operation).map(({ choice, parameters }) => ({
			name: nodeOf(name, operation.option.name, choice),
			parameters,
		})),
	);
	const nodes = states.flatMap(({ name, parameters }, index) =>
		actionWorkflow({
			parameters,
			credential,
			node: { name, position: [(index % columns) * 320, Math.floor(index / columns) * 320] },
		}).nodes.filter((node) => node.name !== manualNode),
	);
	const workflow = { name: 'Every operation', nodes, connections: {} };
	await editor.openWorkflow(await world.rest.createWorkflow(workflow));
	await editor
		.part('canvas-node')
		.nth(nodes.length - 1)
		.waitFor();
	await editor.part('zoom-to-fit').click();
	await editor.settle();
}

/** The labels that the panel shows, once it has those, or after a while without them. */
async function shownLabels(panel: NodePanel, wanted: readonly string[]): Promise<string[]> {
	let shown: string[] = [];
	await waitFor(async () => {
		shown = await panel.labels();
		return wanted.every((label) => shown.includes(label));
	}).catch(() => undefined);
	return shown;
}

beforeAll(openAll);
afterEach(async () => {
	const { editor } = builder();
	if (await editor.part('ndv').isVisible()) await editor.part('ndv-close-button').click();
});

describe('a person who opens an operation of the Smile node', () => {
	it.each(all)('sees every field of $name > $operation.option.name', async (one) => {
		const { value, name, operation } = one;
		for (const { choice, labels, hidden, notices } of fieldStates(value, operation)) {
			const panel = await builder().editor.openNode(nodeOf(name, operation.option.name, choice));
			const shown = await shownLabels(panel, labels);
			const text = await panel.part('node-parameters').innerText();

			expect(shown).toEqual(expect.arrayContaining(labels));
			expect(shown.filter((label) => hidden.includes(label))).toEqual([]);
			for (const notice of notices) expect(text).toContain(notice);
			await panel.close();
		}
	});
});

describe('the table of operations', () => {
	it('has no field that no choice shows', () => {
		const lost = all.flatMap(({ value, operation }) => {
			const states = fieldStates(value, operation);
			const shown = new Set(states.flatMap(({ labels }) => labels));
			return states
				.flatMap(({ hidden }) => hidden)
				.filter((label) => !shown.has(label) && label !== 'Options')
				.map((label) => `${value} ${operation.option.value} ${label}`);
		});

		expect(lost).toEqual([]);
	});
});
