/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions, no-console -- starts the tests as a program of their own */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureN8n } from '../n8n/install';
import { checkout } from '../n8n/nodeBinary';
import { ensureZod } from '../n8n/zod';
import type { VersionRow } from './rows';

export interface RowOutcome {
	passed: number;
	failed: number;
	skipped: number;
}

const inN8n = ['--selectProjects', 'e2e', '--maxWorkers=3', '--testTimeout=300000'];
const withoutN8n = ['--selectProjects', 'unit', 'integration', '--maxWorkers=100%'];

/** Runs the tests of one row, the end-to-end tests where it names an n8n; their output is passed on. */
export async function runRow({ n8n, zod }: VersionRow): Promise<RowOutcome> {
	if (n8n) await ensureN8n({ version: n8n, onProgress: (line) => console.error(line) });
	const env = {
		...process.env,
		...(n8n && { N8N_VERSION: n8n }),
		...(zod && (n8n ? { ZOD_VERSION: zod } : { ZOD_FOLDER: await ensureZod(zod) })),
	};
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-smile-versions-'));
	try {
		const file = join(folder, 'outcome.json');
		// A failed test may leave something running, which must not keep the next row from its turn.
		const args = [...(n8n ? inN8n : withoutN8n), '--forceExit', '--json', '--outputFile', file];
		// npm's scripts have the project's own programs on the PATH.
		const jest = spawn('jest', args, { cwd: checkout, env, stdio: ['ignore', 2, 2] });
		await once(jest, 'exit');
		const outcome = JSON.parse(await readFile(file, 'utf8')) as Record<string, number>;
		return {
			passed: outcome.numPassedTests,
			failed: outcome.numFailedTests + outcome.numRuntimeErrorTestSuites,
			skipped: outcome.numPendingTests,
		};
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
