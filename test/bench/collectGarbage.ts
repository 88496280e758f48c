/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- switches on a function of V8 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options?: { type: 'minor' | 'major' }) => void;

/** Clears what recent work left, so that no sample pays for another's rubbish. */
export function collectYoung(): void {
	collect({ type: 'minor' });
}

/** Clears everything that is unreachable. */
export function collectAll(): void {
	collect({ type: 'major' });
}

/** Bytes of heap in use once everything unreachable is gone. */
export function usedHeap(): number {
	// What the first pass finalises only the second can free.
	collectAll();
	collectAll();
	return process.memoryUsage().heapUsed;
}
