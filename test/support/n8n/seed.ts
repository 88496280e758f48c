/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the harness works on files */
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { exists } from './files';
import { startServer } from './serverProcess';
import type { N8nInstallation } from './types';

const database = join('.n8n', 'database.sqlite');

function seedFolder({ directory }: N8nInstallation): string {
	return join(directory, '.seed');
}

/**
 * Lets n8n build an empty database once. A new user folder begins with a copy of it, which saves
 * each start some two hundred migrations.
 */
export async function makeSeed(installation: N8nInstallation): Promise<void> {
	const seed = seedFolder(installation);
	if (await exists(join(seed, database))) return;

	const draft = `${seed}-draft`;
	await rm(draft, { recursive: true, force: true });
	await mkdir(draft, { recursive: true });
	const server = await startServer({
		installation,
		userFolder: draft,
		publicUrl: '',
		timeoutMs: 300_000,
	});
	await server.end('SIGTERM');
	await rename(draft, seed);
}

/** Gives a user folder without a database the empty one. */
export async function sow(installation: N8nInstallation, userFolder: string): Promise<void> {
	if (await exists(join(userFolder, database))) return;
	const files = ['config', 'database.sqlite'];
	await mkdir(join(userFolder, '.n8n'), { recursive: true });
	for (const file of files) {
		await cp(join(seedFolder(installation), '.n8n', file), join(userFolder, '.n8n', file));
	}
}
