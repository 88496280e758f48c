/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/require-node-api-error -- the harness works on files and processes */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const pollMs = 2_000;

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// EPERM: the process is there and belongs to somebody else.
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** The process that holds the lock; undefined when nobody does any more. */
async function holder(file: string): Promise<number | undefined> {
	const pid = Number(await readFile(file, 'utf8').catch(() => ''));
	return pid > 0 && isAlive(pid) ? pid : undefined;
}

async function tryToTake(file: string): Promise<boolean> {
	try {
		await writeFile(file, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}

/**
 * Runs one task at a time across processes. A lock left by a process that has died is taken over;
 * onWait hears every two seconds which process is waited for.
 */
export async function withLock<T>(
	file: string,
	task: () => Promise<T>,
	onWait: (pid: number) => void = () => {},
): Promise<T> {
	await mkdir(dirname(file), { recursive: true });
	while (!(await tryToTake(file))) {
		const pid = await holder(file);
		if (pid !== undefined) onWait(pid);
		// A lock without a pid may be one that is being written just now: look twice.
		await pause(pollMs);
		if (pid === undefined && (await holder(file)) === undefined) await rm(file, { force: true });
	}
	try {
		return await task();
	} finally {
		await rm(file, { force: true });
	}
}
