/* eslint-disable @n8n/community-nodes/no-restricted-globals -- looks at the memory again and again */
import { runAction } from '../../support/contexts/runAction';
import { usedHeap } from '../collectGarbage';
import type { Contender } from './contenders';
import type { Answered, SmileApart } from './smileApart';

/** One run of a node over all items. */
export interface Measured extends Answered {
	name: string;
	items: number;
	delayMs: number;
	seconds: number;
	/** Time beside the floor; see `floorSeconds`. */
	ratio: number;
	/** Items without a record. */
	failed: number;
	/** The most heap in use above what was in use before, garbage included, in MB. */
	peakMegabytes: number;
	/** Heap in use afterwards above what was in use before, garbage and the items left out, in MB. */
	leftMegabytes: number;
}

const MB = 1e6;
const LOOK_EVERY_MS = 100;

/** What Smile's limit leaves: twenty at once, twenty more each second, and the last answer. */
export function floorSeconds(items: number, delayMs: number): number {
	return Math.ceil(items / 20) - 1 + delayMs / 1_000;
}

export async function measure(
	smile: SmileApart,
	{ name, nodeType, parameters }: Contender,
	items: number,
	delayMs: number,
): Promise<Measured> {
	await smile.order({ delayMs });
	const input = Array.from({ length: items }, (_, number) => ({
		json: { id: `acme-user-${number}` },
	}));
	const before = usedHeap();
	let peak = before;
	const look = setInterval(() => {
		peak = Math.max(peak, process.memoryUsage().heapUsed);
	}, LOOK_EVERY_MS);
	const startedAt = performance.now();
	const failed = await runAndCount();
	const seconds = (performance.now() - startedAt) / 1_000;
	clearInterval(look);
	const answered = await smile.order({ delayMs: 0 });
	return {
		name,
		items,
		delayMs,
		seconds,
		ratio: seconds / floorSeconds(items, delayMs),
		failed,
		...answered,
		peakMegabytes: (peak - before) / MB,
		leftMegabytes: (usedHeap() - before) / MB,
	};

	/** The results are let go of when this returns. */
	async function runAndCount(): Promise<number> {
		const found = await runAction({
			smile,
			nodeType,
			parameters,
			// The credential sends its key to Smile's hosts alone unless told otherwise; n8n's own node asks it.
			credential: { allowedHttpRequestDomains: 'all' },
			items: input,
			continueOnFail: true,
		});
		return input.filter(({ json }, item) => !JSON.stringify(found[item].json).includes(json.id))
			.length;
	}
}
