/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the harness mounts a file system */
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runCommand } from './command';

/** A file system of its own, which a test can fill up without harm to anything else. */
export interface SmallDisk {
	folder: string;
	/** Leaves not one byte free. */
	fill(): Promise<void>;
	/** Takes back what `fill` wrote. */
	free(): Promise<void>;
	remove(): Promise<void>;
}

/** Whether this process may mount file systems: as root on Linux. */
export function canMount(): boolean {
	return process.platform === 'linux' && process.getuid?.() === 0;
}

/** Mounts a file system in memory of that many MiB. */
export async function mountSmallDisk(mebibytes: number): Promise<SmallDisk> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-smile-disk-'));
	const filler = join(folder, 'filler');
	const run = async (file: string, args: string[]) => {
		const { code, output } = await runCommand(file, args, { cwd: tmpdir() });
		if (code !== 0) throw new Error(`${file} failed: ${output}`);
	};
	await run('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder]);

	return {
		folder,
		async fill() {
			const file = await open(filler, 'a');
			try {
				for (let size = 1 << 20; size >= 1; ) {
					const { bytesWritten } = await file
						.write(Buffer.alloc(size))
						.catch(() => ({ bytesWritten: 0 }));
					if (bytesWritten < size) size >>= 1;
				}
			} finally {
				await file.close();
			}
		},
		async free() {
			await rm(filler, { force: true });
		},
		async remove() {
			await run('umount', [folder]);
			await rm(folder, { recursive: true, force: true });
		},
	};
}
