/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the code as text */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const project = join(__dirname, '../..');

/**
 * Every file of the nodes and of the credential, and the files it imports, types too. A path is one below nodes/Smile,
 * or begins with credentials, and has no ending.
 */
export function importsOfCode(): Map<string, string[]> {
	const files = ['nodes/Smile', 'credentials'].flatMap((folder) =>
		readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
			.filter((path) => path.endsWith('.ts'))
			.map((path) => join(folder, path)),
	);
	return new Map(
		files.map((path) => {
			const text = readFileSync(join(project, path), 'utf8');
			const found = [...text.matchAll(/from '(\.[^']+)'/g)].map(([, to]) => to);
			return [
				named(path.slice(0, -3)),
				found.map((to) => named(normalize(join(dirname(path), to)))),
			];
		}),
	);
}

const named = (path: string) => path.replace(/^nodes\/Smile\//, '');

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
