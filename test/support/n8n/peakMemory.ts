/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads what Linux tells of a process */
import { readFileSync } from 'node:fs';

/** Megabytes that a process has in memory now; NaN where there is no /proc. */
function residentMegabytes(pid: number): number {
	try {
		const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
		return Number(kilobytes) / 1_000;
	} catch {
		return Number.NaN;
	}
}

/** The most memory that a process had while something ran, in megabytes. */
export async function peakMemory(pid: number, run: () => Promise<unknown>): Promise<number> {
	let peak = residentMegabytes(pid);
	const timer = setInterval(() => (peak = Math.max(peak, residentMegabytes(pid))), 50);
	try {
		await run();
		return peak;
	} finally {
		clearInterval(timer);
	}
}
