/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- compiles the package's own sources */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript';

const root = join(__dirname, '..', '..');

/** What each file of the package requires at run time once it is compiled, type imports left out. */
export function requiredByPackage(): Map<string, string[]> {
	const files = globSync('{nodes,credentials}/**/*.ts', { cwd: root });
	return new Map(files.map((file) => [file, requiresOf(readFileSync(join(root, file), 'utf8'))]));
}

export function packageJson(): Record<string, unknown> {
	return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
}

function requiresOf(source: string): string[] {
	const { outputText } = ts.transpileModule(source, {
		compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
	});
	return [...outputText.matchAll(/(?:require|import)\(\s*["'`]([^"'`]*)["'`]\s*\)/g)].map(
		([, name]) => name,
	);
}
