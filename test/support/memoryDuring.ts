/* eslint-disable @n8n/community-nodes/no-restricted-globals -- looks again and again */
import { usedHeap } from '../bench/collectGarbage';

const MB = 1e6;
/** How many looks one run gets: each stops the process while it collects garbage. */
const LOOKS = 6;

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
