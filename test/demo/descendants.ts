/* eslint-disable @n8n/community-nodes/no-restricted-globals -- signals the processes it started */
import { runCommand } from '../support/n8n/command';
import { checkout } from '../support/n8n/nodeBinary';

/** The ids of all processes below one, as far as `ps` knows them; its own is left out. */
export async function descendantsOf(ancestor: number): Promise<number[]> {
	const { stdout } = await runCommand('ps', ['-A', '-o', 'pid=,ppid=,comm='], { cwd: checkout });
	const rows = stdout
		.split('\n')
		.map((line) => line.trim().split(/\s+/))
		.filter(([, , command]) => command !== 'ps')
		.map(([pid, parent]) => ({ pid: Number(pid), parent: Number(parent) }));

	const found = [ancestor];
	for (const above of found) {
		found.push(...rows.filter(({ parent }) => parent === above).map(({ pid }) => pid));
	}
	return found.slice(1);
}

/** Asks every process below this one to end. */
export async function endDescendants(): Promise<void> {
	for (const pid of await descendantsOf(process.pid)) {
		try {
			process.kill(pid, 'SIGTERM');
		} catch {
			// It has ended meanwhile.
		}
	}
}
