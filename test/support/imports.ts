/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the code as text */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const root = join(__dirname, '../../nodes/Smile');

/** Every file of the nodes, as a path below nodes/Smile without its ending, and the files it imports, types too. */
export function importsOfNodes(): Map<string, string[]> {
	const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
		path.endsWith('.ts'),
	);
	return new Map(
		files.map((path) => {
			const text = readFileSync(join(root, path), 'utf8');
			const found = [...text.matchAll(/from '(\.[^']+)'/g)].map(([, to]) => to);
			return [path.slice(0, -3), found.map((to) => normalize(join(dirname(path), to)))];
		}),
	);
}

/** Chains of files that lead back to their beginning. */
export function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[][] {
	const circles: string[][] = [];
	const done = new Set<string>();
	const visit = (file: string, path: readonly string[]) => {
		const begin = path.indexOf(file);
		if (begin >= 0) return void circles.push(path.slice(begin));
		if (done.has(file)) return;
		for (const next of imports.get(file) ?? []) visit(next, [...path, file]);
		done.add(file);
	};
	for (const file of imports.keys()) visit(file, []);
	return circles;
}
