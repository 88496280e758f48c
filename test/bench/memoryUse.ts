import type { INodeType } from 'n8n-workflow';
import type { CredentialStore } from '../support/contexts/credentialStore';
import { sampleWebhookSecret } from '../support/contexts/sampleCredential';
import { benchedTrigger } from './benchedTrigger';
import { usedHeap } from './collectGarbage';
import { forge, SampleBody, sampleType } from './sampleBody';

export interface HeapPoint {
	deliveries: number;
	megabytes: number;
}

export interface HeapCourse {
	points: HeapPoint[];
	/** Whether the later half never needs more than the earlier one, to within 1 MB. */
	isFlat: boolean;
}

const TOLERANCE_MB = 1;

/**
 * The heap after every tenth of the deliveries. The memory for duplicates drops the older half of its ids
 * each time the younger half is full, so the course is a saw and its peaks are compared.
 */
export async function heapCourse(
	nodeType: INodeType,
	credentials: CredentialStore,
	kind: 'accepted' | 'forged',
	total: number,
): Promise<HeapCourse> {
	const deliver = await benchedTrigger(nodeType, credentials, [sampleType]);
	const body = new SampleBody(300);
	const outcome = kind === 'accepted' ? 'accepted' : 'signature';
	const points: HeapPoint[] = [{ deliveries: 0, megabytes: usedHeap() / 1e6 }];
	for (let done = 1; done <= total; done++) {
		body.setId(done);
		const signature = body.sign(sampleWebhookSecret);
		const answer = await deliver(body.bytes, kind === 'accepted' ? signature : forge(signature));
		if (answer.outcome !== outcome) throw new Error(`Delivery ${done} ended as ${answer.outcome}`);
		if (done % (total / 10) === 0) {
			points.push({ deliveries: done, megabytes: usedHeap() / 1e6 });
		}
	}
	return { points, isFlat: isFlat(points) };
}

function isFlat(points: HeapPoint[]): boolean {
	const sizes = points.map(({ megabytes }) => megabytes);
	const { length } = sizes;
	const peak = (from: number, to: number) => Math.max(...sizes.slice(from, to));
	// Six tenths fill both halves of the memory.
	return peak(7, length) <= peak(1, 7) + TOLERANCE_MB;
}
