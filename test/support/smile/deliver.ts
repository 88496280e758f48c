/* eslint-disable @n8n/community-nodes/no-restricted-imports -- pauses between two tries */
import { setTimeout as pause } from 'node:timers/promises';
import type { Attempt, Delivered, SendOptions } from './delivery';
import { describeFailure } from './failure';
import type { HostMap } from './hostMap';
import { outgoingOf } from './outgoing';
import { post, type PostAnswer } from './post';

export interface DeliveryTarget {
	url: string;
	secret: string;
}

export interface DeliveryLine {
	hosts: HostMap;
	/** Aborted when the simulation closes. */
	closing: AbortSignal;
}

/**
 * Sends a signed body until it is answered with 2xx, three times at most (Smile's documents: two
 * further attempts on any other status). That no answer counts like a bad one is our assumption.
 */
export async function deliverTo(
	target: DeliveryTarget,
	body: Buffer,
	options: SendOptions,
	line: DeliveryLine,
): Promise<Delivered> {
	const pauses = options.retry === false ? [] : (options.retryPauses ?? [20, 20]);
	const attempts: Attempt[] = [];
	for (;;) {
		const { attempt, answer } = await tryOnce(target, body, options, line);
		attempts.push(attempt);
		const wait = pauses[attempts.length - 1];
		if (isSuccess(attempt.status) || wait === undefined || line.closing.aborted) {
			return { status: null, body: '', headers: {}, ...answer, attempts, sent: String(body) };
		}
		await pause(wait, undefined, { signal: line.closing }).catch(() => undefined);
	}
}

async function tryOnce(
	{ url, secret }: DeliveryTarget,
	body: Buffer,
	options: SendOptions,
	{ hosts, closing }: DeliveryLine,
): Promise<{ attempt: Attempt; answer?: PostAnswer }> {
	const startedAt = performance.now();
	const durationMs = () => Math.round(performance.now() - startedAt);
	const timeout = AbortSignal.timeout(options.timeoutMs ?? 10_000);
	const address = hosts.resolve(url);
	if (!address) {
		const error = `${new URL(url).origin} is not mapped to a local address: use mapHost`;
		return { attempt: { status: null, durationMs: durationMs(), error } };
	}
	try {
		const answer = await post({
			url: address,
			signal: AbortSignal.any([closing, timeout]),
			...outgoingOf(body, secret, new URL(url).host, options),
		});
		return { attempt: { status: answer.status, durationMs: durationMs() }, answer };
	} catch (error) {
		const reason = describeFailure(error, { timeout, closing });
		return { attempt: { status: null, durationMs: durationMs(), error: reason } };
	}
}

function isSuccess(status: number | null): boolean {
	return status !== null && status >= 200 && status < 300;
}
