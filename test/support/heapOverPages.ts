/* eslint-disable @n8n/community-nodes/no-restricted-globals -- looks again and again */
import { usedHeap } from '../bench/collectGarbage';
import type { SimulatedSmile } from './smile/simulatedSmile';

export interface HeapOverPages<T> {
	result: T;
	/** Heap in use before the first page, in MB, garbage left out; what the result holds is included later on. */
	before: number;
	/** MB by which the heap has grown in each part of the run, garbage left out. */
	growth: number[];
}

const MB = 1e6;

/** Runs something that reads many pages of Smile and measures the heap after each so many pages. */
export async function heapOverPages<T>(
	{ journal }: SimulatedSmile,
	everyPages: number,
	run: () => Promise<T>,
): Promise<HeapOverPages<T>> {
	const before = usedHeap() / MB;
	const heaps = [before];
	const start = journal.entries.length;
	const timer = setInterval(() => {
		if (journal.entries.length - start < heaps.length * everyPages) return;
		heaps.push(usedHeap() / MB);
	}, 5);
	try {
		const result = await run();
		return { result, before, growth: heaps.slice(1).map((heap, at) => heap - heaps[at]) };
	} finally {
		clearInterval(timer);
	}
}
