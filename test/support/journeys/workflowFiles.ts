/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the files of the repository */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IConnections, INode } from 'n8n-workflow';

export interface WorkflowFile {
	/** Such as store-incomes.json. */
	file: string;
	name: string;
	nodes: INode[];
	connections: IConnections;
}

const root = join(__dirname, '../../..');

/** Every ready-made workflow, in order of their names. */
export function workflowFiles(): WorkflowFile[] {
	return readdirSync(join(root, 'workflows'))
		.filter((file) => file.endsWith('.json'))
		.sort()
		.map((file) => {
			const content = readFileSync(join(root, 'workflows', file), 'utf8');
			return { ...(JSON.parse(content) as Omit<WorkflowFile, 'file'>), file };
		});
}

/** Those that go the whole way with a person: the ones that docs/journeys.md tells of. */
export function journeyFiles(): WorkflowFile[] {
	const page = readFileSync(join(root, 'docs', 'journeys.md'), 'utf8');
	return workflowFiles().filter(({ file }) => page.includes(`(../workflows/${file})`));
}

/** What README and documents say, in one text. */
export function documents(): string {
	const pages = readdirSync(join(root, 'docs')).filter((file) => file.endsWith('.md'));
	const paths = ['README.md', ...pages.map((file) => join('docs', file))];
	return paths.map((path) => readFileSync(join(root, path), 'utf8')).join('\n');
}

/** What a node or a note covers on the canvas, a node with its name below it. */
export interface Box {
	name: string;
	isNote: boolean;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

export function boxOf({ name, type, position: [left, top], parameters }: INode): Box {
	const isNote = type === 'n8n-nodes-base.stickyNote';
	const { width, height } = isNote ? parameters : { width: 100, height: 140 };
	return { name, isNote, left, top, right: left + Number(width), bottom: top + Number(height) };
}

/** The names of those that lie on one another, notes on anything, nodes on nodes. */
export function overlaps(nodes: INode[]): string[] {
	const boxes = nodes.map(boxOf);
	return boxes.flatMap((one, index) =>
		boxes
			.slice(index + 1)
			.filter(
				(other) =>
					one.left < other.right &&
					other.left < one.right &&
					one.top < other.bottom &&
					other.top < one.bottom,
			)
			.map((other) => `${one.name} on ${other.name}`),
	);
}
