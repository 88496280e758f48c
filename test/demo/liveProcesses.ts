/* eslint-disable @n8n/community-nodes/no-restricted-globals -- looks for processes */
import { waitFor } from '../support/waitFor';

/**
 * Those of the given processes that still run after a moment: the compiler of tsx notices only by
 * its closed input that the demo has ended.
 */
export async function liveProcesses(pids: number[]): Promise<number[]> {
	await waitFor(() => pids.every((pid) => !isLive(pid)), { timeoutMs: 3000 }).catch(() => {});
	return pids.filter(isLive);
}

function isLive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}
