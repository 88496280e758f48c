/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads what Linux tells of a process */
import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever its timer does. */
const MILLIS_A_TICK = 10;

/** Processor time of a process, its threads included; NaN where there is no /proc. */
export function cpuMillisOf(pid: number): number {
	try {
		const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
		// The name in the second field may hold anything, so fields count from its closing bracket.
		const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
		return (Number(fields[11]) + Number(fields[12])) * MILLIS_A_TICK;
	} catch {
		return Number.NaN;
	}
}
