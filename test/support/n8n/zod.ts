/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the harness works on files */
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './command';
import { exists } from './files';
import { cacheFolder } from './install';
import { explainNpmFailure } from './npmFailure';

/** A zod that takes the place of n8n's own for this package, as in `ZOD_VERSION=4.6.7 npm run test:e2e`. */
export const wantedZod = process.env.ZOD_VERSION || undefined;

/** Where a version of zod lies, downloaded on first use. */
export async function ensureZod(version: string): Promise<string> {
	const folder = join(cacheFolder(), `zod-${version}`);
	if (await exists(folder)) return folder;

	await mkdir(cacheFolder(), { recursive: true });
	const draft = await mkdtemp(join(cacheFolder(), 'zod-draft-'));
	try {
		const pack = ['pack', `zod@${version}`, '--loglevel=error'];
		const packed = await runCommand('npm', pack, { cwd: draft });
		if (packed.code !== 0) throw new Error(explainNpmFailure(`zod ${version}`, packed.output));
		const [tarball] = (await readdir(draft)).filter((name) => name.endsWith('.tgz'));
		const unpacked = await runCommand('tar', ['-xzf', tarball], { cwd: draft });
		if (unpacked.code !== 0) throw new Error(`tar could not unpack zod: ${unpacked.output}`);
		await rename(join(draft, 'package'), folder).catch(async (error: Error) => {
			// Another process of the same run may have been faster.
			if (!(await exists(folder))) throw error;
		});
	} finally {
		await rm(draft, { recursive: true, force: true });
	}
	return folder;
}
