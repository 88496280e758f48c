/* eslint-disable @n8n/community-nodes/no-restricted-globals -- looks again and again */
import { usedHeap } from '../bench/collectGarbage';
import type { SimulatedSmile } from './smile/simulatedSmile';

export interface HeapOverPages<T> {
	result: T;
	/** Heap in use before the first page, in MB, garbage left out; what the result holds is included later on. */
	before: number;
	/** MB by which the heap has grown for each so many pages in each part of the run, garbage left out. */
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
	const looks = [{ heap: before, pages: 0 }];
	const start = journal.entries.length;
	const timer = setInterval(() => {
		const pages = journal.entries.length - start;
		if (pages < looks.length * everyPages) return;
		looks.push({ heap: usedHeap() / MB, pages });
	}, 5);
	try {
		const result = await run();
		// On a busy machine a look comes some pages late.
		const growth = looks.slice(1).map(({ heap, pages }, at) => {
			const last = looks[at];
			return ((heap - last.heap) / (pages - last.pages)) * everyPages;
		});
		return { result, before, growth };
	} finally {
		clearInterval(timer);
	}
}
