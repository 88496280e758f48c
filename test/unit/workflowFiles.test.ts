import type { INode } from 'n8n-workflow';

import {
	boxOf,
	documents,
	overlaps,
	workflowFiles,
	type Box,
	type WorkflowFile,
} from '../support/journeys/workflowFiles';

const files = workflowFiles();
const step = 'Your step here';
const rows = files.map((file) => [file.file, file] as const);

const makesTable = ({ parameters: { resource, operation } }: INode) =>
	resource === 'table' && operation === 'create';

describe('the ready-made workflows', () => {
	it('have an id for each webhook of their own, so that n8n answers there after any import', () => {
		const ids = files.flatMap(({ nodes }) =>
			nodes
				.filter(({ type }) => /\.(smileTrigger|formTrigger|webhook)$/.test(type))
				.map(({ webhookId }) => webhookId),
		);

		expect(ids.length).toBeGreaterThan(3);
		expect(ids).toEqual(ids.map(() => expect.stringMatching(/^[0-9a-f-]{36}$/)));
		expect(new Set(ids).size).toBe(ids.length);
	});

	it.each(rows)('%s is named in README or documents', (file) => {
		expect(documents()).toContain(`workflows/${file}`);
	});

	it.each(rows)('%s has its nodes and notes clear of one another', (_file, { nodes }) => {
		expect(overlaps(nodes)).toEqual([]);
	});

	it.each(rows)('%s has no code where a normal node does', (_file, { nodes }) => {
		expect(nodes.filter(({ type }) => /\.(code|function)/.test(type))).toEqual([]);
	});

	it.each(rows)('%s tries nothing again by itself but the making of tables', (_file, { nodes }) => {
		const repeated = nodes.filter(
			({ type, retryOnFail }) => retryOnFail && type !== 'n8n-nodes-base.httpRequest',
		);

		// n8n refuses one of two tables of one name that are made at once.
		expect(repeated).toEqual(nodes.filter(makesTable));
	});

	it.each(rows)('%s leads from a trigger to every node, by names that exist', (_file, file) => {
		expect(unreached(file)).toEqual([]);
	});

	it.each(rows)('%s says beside the step of its builder what belongs there', (_file, { nodes }) => {
		const boxes = nodes.map(boxOf);
		const [{ left }] = boxes.filter(({ name }) => name === step);
		const isBeside = (box: Box) => box.isNote && box.left < left && left < box.right;
		const notes = boxes.filter(isBeside).map(({ name }) => name);

		expect(notes).toContain('Note for your step');
		expect(boxes.filter(({ name, isNote }) => isNote && name === 'Note')).toHaveLength(1);
	});

	it.each(rows)('%s keeps rows in no table that README or documents do not name', (_file, file) => {
		const tables = file.nodes.flatMap(({ parameters: { tableName } }) => tableName ?? []);

		expect(tables.filter((table) => !documents().includes(String(table)))).toEqual([]);
	});
});

/** Nodes to which no way leads, and ways to nodes that are not there. */
function unreached({ nodes, connections }: WorkflowFile): string[] {
	const names = nodes.filter(({ type }) => !/stickyNote$/.test(type)).map(({ name }) => name);
	const targets = Object.values(connections).flatMap(({ main }) =>
		main.flatMap((output) => (output ?? []).map(({ node }) => node)),
	);
	const starts = nodes.filter(({ type }) => /trigger|webhook|emailReadImap/i.test(type));
	const reached = new Set([...targets, ...starts.map(({ name }) => name)]);
	return [
		...names.filter((name) => !reached.has(name)),
		...targets.filter((target) => !names.includes(target)),
	];
}
