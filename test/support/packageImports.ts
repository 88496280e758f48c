/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- compiles the package's own sources */
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { buildSync } from 'esbuild';

const root = join(__dirname, '..', '..');

/** What each file of the package requires at run time once it is compiled, type imports left out. */
export function requiredByPackage(): Map<string, string[]> {
	const { outputFiles } = buildSync({
		absWorkingDir: root,
		entryPoints: globSync('{nodes,credentials}/**/*.ts', { cwd: root }),
		outdir: root,
		format: 'cjs',
		write: false,
	});
	return new Map(
		outputFiles.map(({ path, text }) => [
			relative(root, path).replace(/\.js$/, '.ts'),
			requiresOf(text),
		]),
	);
}

export function packageJson(): Record<string, unknown> {
	return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
}

function requiresOf(code: string): string[] {
	return [...code.matchAll(/(?:require|import)\(\s*["'`]([^"'`]*)["'`]\s*\)/g)].map(
		([, name]) => name,
	);
}
