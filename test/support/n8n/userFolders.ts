/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the harness works on files */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of a user folder, as of a backup or a snapshot of a machine; whoever makes it removes it. */
export async function copyOfFolder(
	userFolder: string,
): Promise<{ folder: string; remove: () => Promise<void> }> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-smile-copy-'));
	await cp(userFolder, folder, { recursive: true });
	return {
		folder,
		remove: async () => await rm(folder, { recursive: true, force: true, maxRetries: 3 }),
	};
}
