/* eslint-disable @n8n/community-nodes/no-restricted-globals -- asks who runs this */
import { lastLines, runCommand } from '../command';
import { missingPrograms } from './programs';

const aptMs = 300_000;

async function apt(args: string[]): Promise<string | undefined> {
	const { code, output } = await runCommand('apt-get', ['-y', ...args], {
		cwd: '/',
		env: { DEBIAN_FRONTEND: 'noninteractive' },
		timeoutMs: aptMs,
	});
	return code === 0 ? undefined : `apt-get ${args[0]} failed: ${lastLines(output, 5)}`;
}

/**
 * Installs PostgreSQL and Redis where they are missing and may be installed.
 * Returns why they cannot be had, or nothing when they are there.
 */
export async function ensurePrograms(
	onProgress: (line: string) => void,
): Promise<string | undefined> {
	const missing = missingPrograms();
	if (missing.length === 0) return undefined;
	if (process.getuid?.() !== 0) {
		return `${missing.join(', ')} missing, and only root can install postgresql and redis-server`;
	}

	onProgress(`Installing postgresql and redis-server (missing: ${missing.join(', ')})`);
	const install = ['install', '--no-install-recommends', 'postgresql', 'redis-server'];
	// The lists of packages may be absent or too old: then they are fetched and it is tried again.
	const failed = (await apt(install)) && ((await apt(['update'])) ?? (await apt(install)));
	if (failed) return failed;
	const left = missingPrograms();
	return left.length === 0 ? undefined : `${left.join(', ')} missing after the installation`;
}
