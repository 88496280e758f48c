/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- asks V8 to collect */
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** The least heap in use, in MB, while closed connections and finished requests are let go. */
export async function settledHeap(): Promise<number> {
	let least = Number.POSITIVE_INFINITY;
	for (let look = 0; look < 2; look++) {
		await pause(100);
		collect();
		least = Math.min(least, process.memoryUsage().heapUsed / 1e6);
	}
	return least;
}
