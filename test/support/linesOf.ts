/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the code as text */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** Every TypeScript file below a folder of the project, with its number of lines; the path begins at the project. */
export function linesOf(folder: string): Map<string, number> {
	const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
	const paths = files.filter((file) => file.endsWith('.ts')).map((file) => join(folder, file));
	return new Map(
		paths.map((path) => [path, readFileSync(join(root, path), 'utf8').split('\n').length - 1]),
	);
}

/** Those with more lines than `most`, in words; nothing where there is none. */
export function longerThan(lines: ReadonlyMap<string, number>, most: number): string[] {
	return [...lines].filter(([, count]) => count > most).map(([path, count]) => `${path}: ${count}`);
}
