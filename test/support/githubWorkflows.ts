/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the project's own files */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '..', '..', '.github', 'workflows');

/** The texts of GitHub's workflows by the names of their files. */
export function githubWorkflows(): Array<[file: string, text: string]> {
	return readdirSync(folder)
		.sort()
		.map((file) => [file, readFileSync(join(folder, file), 'utf8')]);
}
