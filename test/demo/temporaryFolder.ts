/* eslint-disable @n8n/community-nodes/no-restricted-imports -- works on files */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new empty folder, and what removes it with all it holds by then. */
export async function makeFolder(): Promise<{ folder: string; remove(): Promise<void> }> {
	const folder = await mkdtemp(join(tmpdir(), 'smile-demo-'));
	return {
		folder,
		remove: async () => await rm(folder, { recursive: true, force: true, maxRetries: 3 }),
	};
}
