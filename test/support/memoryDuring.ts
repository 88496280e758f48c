/* eslint-disable @n8n/community-nodes/no-restricted-globals -- looks again and again */
import { usedHeap } from '../bench/collectGarbage';
import { isFullRun } from './fullRun';

const MB = 1e6;
/** How many looks one run gets: each collects garbage, which is most of what a short run costs. */
const LOOKS = isFullRun ? 6 : 3;

/** How far a run has got, from 0 to `end`. */
export interface Extent {
	done(): number;
	end: number;
}

/** The most memory in use during a run above what was in use before, in MB: heap and what it holds outside, without garbage. */
export async function memoryDuring(
	{ done, end }: Extent,
	run: () => Promise<unknown>,
): Promise<number> {
	const inUse = () => (usedHeap() + process.memoryUsage().external) / MB;
	const before = inUse();
	const grown: number[] = [];
	const timer = setInterval(() => {
		if (done() >= ((grown.length + 1) * end) / LOOKS) grown.push(inUse() - before);
	}, 5);
	try {
		await run();
	} finally {
		clearInterval(timer);
	}
	return Math.max(...grown, inUse() - before);
}
