/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- the harness starts programs */
import { spawn } from 'node:child_process';

/**
 * Sees to it that a process does not outlive this one, however this one ends: a shell waits on a
 * pipe, which the system closes at our death, and then kills the process. Exit handlers would not
 * do: jest keeps them from tests, and no signal but SIGINT leaves time for them.
 * Returns what dismisses the guard.
 */
export function guard(pid: number): () => void {
	const shell = spawn('sh', ['-c', 'read -r _ || kill -9 "$0"', String(pid)], {
		stdio: ['pipe', 'ignore', 'ignore'],
		// In a group of its own, so that Ctrl-C does not end the guard first.
		detached: true,
	});
	shell.unref();
	// The guard may be gone by then; there is nothing left to dismiss.
	shell.stdin.on('error', () => {});
	return () => shell.stdin.end('\n');
}
