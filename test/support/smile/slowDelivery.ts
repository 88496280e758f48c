/* eslint-disable @n8n/community-nodes/no-restricted-imports -- writes HTTP piece by piece */
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

import { bytesOf, resolveEvent } from './eventBytes';
import { signatureHeader, signatureOf } from './signature';
import type { StoredWebhook } from './webhookStore';

export interface SlowDelivery {
	/** The id of the event. */
	id: string;
	/** Where n8n listens: the origin that stands for the webhook's public one. */
	origin: string;
	to: StoredWebhook;
	/** Into how many pieces the body is cut. */
	pieces: number;
	/** Milliseconds between two pieces. */
	pauseMs: number;
	/** Drops the connection after so many pieces. */
	cutAfter?: number;
}

/** One try of a delivery whose body takes its time; the status, or null where no answer came. */
export async function deliverSlowly(delivery: SlowDelivery): Promise<number | null> {
	const { to, origin, pieces, pauseMs, cutAfter = pieces } = delivery;
	const body = bytesOf(resolveEvent('INCOMES_ADDED', { id: delivery.id }));
	const { pathname, host } = new URL(to.url);
	const outgoing = request(new URL(pathname, origin), {
		method: 'POST',
		agent: false,
		headers: {
			host,
			'content-type': 'application/json',
			'content-length': body.length,
			[signatureHeader]: signatureOf(body, to.secret),
		},
	});
	const answered = (once(outgoing, 'response') as Promise<[IncomingMessage]>).then(
		([answer]) => answer.resume().statusCode ?? null,
		() => null,
	);
	outgoing.on('error', () => undefined);

	const size = Math.ceil(body.length / pieces);
	for (let piece = 0; piece < cutAfter; piece += 1) {
		outgoing.write(body.subarray(piece * size, (piece + 1) * size));
		await pause(pauseMs);
	}
	if (cutAfter < pieces) outgoing.destroy();
	else outgoing.end();
	return await answered;
}
