import { createHmac, randomInt } from 'node:crypto';
import { sampleWebhookSecret } from '../support/contexts/sampleCredential';
import { SampleBody } from './sampleBody';
import { mean, welchT, withoutSlowest } from './statistics';

/** A check of a signature; what it returns is not looked at. */
export type Check = (body: Buffer, header: string) => unknown;

export interface TimingVerdict {
	name: string;
	/** Mean nanoseconds when the first byte is wrong, and when only the last one is. */
	firstWrong: number;
	lastWrong: number;
	t: number;
	isConstant: boolean;
}

/** Beyond this t chance is no explanation any more (the bound that dudect uses). */
const T_BOUND = 4.5;
const SLOWEST_SHARE = 0.1;
const WARM_UP = 2_000;

/**
 * Whether a check takes the same time for a signature whose first byte is wrong as for one whose first 63
 * bytes are right, from this many calls in random order. Each call has a body of its own and so another
 * signature: one that came back would be read faster, wherever it is wrong.
 */
export function signatureTiming(name: string, check: Check, calls: number): TimingVerdict {
	const body = new SampleBody(300);
	const times: [number[], number[]] = [[], []];
	for (let call = -WARM_UP; call < calls; call++) {
		body.setId(call + WARM_UP);
		const kind = randomInt(2);
		const header = wrongPair(body)[kind];
		const startedAt = performance.now();
		check(body.bytes, header);
		const nanos = (performance.now() - startedAt) * 1e6;
		if (call >= 0) times[kind].push(nanos);
	}
	const [first, last] = times.map((values) => withoutSlowest(values, SLOWEST_SHARE));
	const t = welchT(first, last);
	const isConstant = Math.abs(t) < T_BOUND;
	return { name, firstWrong: mean(first), lastWrong: mean(last), t, isConstant };
}

/** A check that stops at the first difference: shows that the test would see it. */
export function leakyCheck(bytes: Buffer, header: string): boolean {
	const right = createHmac('sha512', sampleWebhookSecret).update(bytes).digest();
	const claimed = Buffer.from(header, 'hex');
	return right.every((byte, index) => byte === claimed[index]);
}

/** The right signature with its first byte changed, and with its last byte changed. */
function wrongPair(body: SampleBody): [string, string] {
	const firstWrong = Buffer.from(body.sign(sampleWebhookSecret), 'hex');
	const lastWrong = Buffer.from(firstWrong);
	const change = randomInt(1, 256);
	firstWrong[0] ^= change;
	lastWrong[lastWrong.length - 1] ^= change;
	return [firstWrong.toString('hex'), lastWrong.toString('hex')];
}
