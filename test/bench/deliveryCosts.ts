import type { INodeType } from 'n8n-workflow';
import type { CredentialStore } from '../support/contexts/credentialStore';
import { bares, type Bare, type CostCase, costCases } from './costCases';
import { costSteps, type Step } from './costSteps';
import { SampleBody } from './sampleBody';
import { median, middleHalf } from './statistics';

/** One case beside one bare work, in microseconds; ratio and overhead are medians of the pairs. */
export interface Comparison {
	size: number;
	delivery: CostCase;
	bare: Bare;
	bareMicros: number;
	nodeMicros: number;
	ratio: number;
	overheadMicros: number;
	/** The middle half of what a delivery took beyond RATIO_LIMIT times the bare work next to it. */
	beyondRatioMicros: [number, number];
}

/** The node may cost a tenth more than the bare work. */
export const RATIO_LIMIT = 1.1;

/** One round in ten is not counted: the compiler of V8 gets to know the code first. */
const WARM_UP_SHARE = 0.1;

/**
 * Times every case and the bare work right beside it in each round, now one first and now the other, so
 * that whatever else the machine does falls upon both alike.
 */
export async function deliveryCosts(
	nodeType: INodeType,
	credentials: CredentialStore,
	{ size, rounds }: { size: number; rounds: number },
): Promise<Comparison[]> {
	const steps = await costSteps(nodeType, credentials, new SampleBody(size));
	const samples = new Map<CostCase, Record<string, number>[]>();
	for (const delivery of costCases) samples.set(delivery, []);
	const warmUp = Math.ceil(rounds * WARM_UP_SHARE);
	for (let round = -warmUp; round < rounds; round++) {
		for (const delivery of costCases) {
			const names = [delivery, ...bares[delivery]];
			const sample = await timed(steps, round % 2 ? names : names.reverse());
			if (round >= 0) samples.get(delivery)?.push(sample);
		}
	}
	return costCases.flatMap((delivery) =>
		bares[delivery].map((bare) => compare(size, delivery, bare, samples.get(delivery) ?? [])),
	);
}

async function timed(
	steps: Record<string, Step>,
	names: string[],
): Promise<Record<string, number>> {
	const micros: Record<string, number> = {};
	for (const name of names) micros[name] = await steps[name]();
	return micros;
}

function compare(
	size: number,
	delivery: CostCase,
	bare: Bare,
	samples: Record<string, number>[],
): Comparison {
	const of = (figure: (node: number, bare: number) => number) =>
		median(samples.map((sample) => figure(sample[delivery], sample[bare])));
	return {
		size,
		delivery,
		bare,
		bareMicros: of((_node, bareMicros) => bareMicros),
		nodeMicros: of((node) => node),
		ratio: of((node, bareMicros) => node / bareMicros),
		overheadMicros: of((node, bareMicros) => node - bareMicros),
		beyondRatioMicros: middleHalf(
			samples.map((sample) => sample[delivery] - RATIO_LIMIT * sample[bare]),
		),
	};
}
