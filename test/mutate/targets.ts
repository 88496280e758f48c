/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals -- a command of the project, not a node */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AdvisedError } from '../demo/advisedError';

const checkout = join(__dirname, '..', '..');
const ROOT = 'nodes/Smile';

/** The TypeScript files that folders and files below nodes/Smile stand for, as paths below the checkout. */
export function filesOf(targets: readonly string[], since?: string): string[] {
	const files = [...new Set(targets.flatMap(filesAt))].sort();
	if (since === undefined) return files;
	const changed = changedSince(since);
	return files.filter((file) => changed.has(file));
}

function filesAt(target: string): string[] {
	const path = join(ROOT, target.replace(/^(\.\/)?nodes\/Smile\/?/, ''));
	const found = statSync(join(checkout, path), { throwIfNoEntry: false });
	if (!found) throw new AdvisedError(`There is no ${path}. Name a folder or a file below ${ROOT}.`);
	const files = found.isFile()
		? [path]
		: readdirSync(join(checkout, path), { recursive: true, encoding: 'utf8' }).map((name) =>
				join(path, name),
			);
	return files.filter((file) => file.endsWith('.ts'));
}

function changedSince(revision: string): Set<string> {
	const git = (...args: string[]) => execFileSync('git', args, { cwd: checkout, encoding: 'utf8' });
	const paths = [
		git('diff', '--name-only', '--relative', revision, '--', ROOT),
		git('ls-files', '--others', '--exclude-standard', '--', ROOT),
	];
	return new Set(paths.flatMap((text) => text.split('\n')));
}
