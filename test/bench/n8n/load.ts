/* eslint-disable @n8n/community-nodes/no-restricted-imports -- waits for a turn of the event loop */
import { setImmediate } from 'node:timers/promises';
import { KeepAliveClient, type Call } from '../../support/keepAliveClient';
import { SampleBody } from '../sampleBody';
import type { Cell } from './kinds';
import type { Stage } from './stage';
import type { Target } from './target';

/** What one round has measured. */
export interface Round {
	/** Deliveries a second, the executions they started included. */
	rate: number;
	/** Milliseconds of each delivery until its answer was there. */
	latencies: number[];
	/** Processor time of n8n for each delivery, in milliseconds; NaN where the system does not tell. */
	cpuMillis: number;
}

/**
 * The first forged deliveries of a flood may wait for the next read of the credential, a second at most and once in half a
 * minute. A window is as short as that wait, and a flood is longer: it has begun when the clock starts.
 */
const FLOOD_HAS_BEGUN_MS = 2_000;

let lastId = 0;

/**
 * Sends deliveries of one kind for so many milliseconds, the next on each connection when the last was
 * answered, and waits until n8n has ended what they started. Throws on an answer that is not the target's.
 */
export async function measureRound(
	target: Target,
	cell: Cell,
	windowMs: number,
	{ backlog, cpuMillis }: Pick<Stage, 'backlog' | 'cpuMillis'>,
): Promise<Round> {
	const body = new SampleBody(cell.size);
	const client = new KeepAliveClient(cell.connections);
	let latencies: number[] = [];
	let startedAt = performance.now();
	const sendInTurn = async (forMs: number) => {
		let next = delivery(target, cell, body);
		do {
			const answered = client.send(target.url, next);
			// Made while n8n works, but only once the request is on its way.
			await setImmediate();
			next = delivery(target, cell, body);
			const { status, body: text, millis } = await answered;
			if (status !== target.answers[cell.kind]) {
				throw new Error(`${target.id} answered ${status} to ${cell.kind}: ${text.slice(0, 200)}`);
			}
			latencies.push(millis);
		} while (performance.now() - startedAt < forMs);
	};
	const sendFor = async (forMs: number) => {
		latencies = [];
		startedAt = performance.now();
		await Promise.all(
			Array.from({ length: cell.connections }, async () => await sendInTurn(forMs)),
		);
		await backlog.isWorkedOff();
	};
	try {
		if (cell.kind === 'forged') await sendFor(FLOOD_HAS_BEGUN_MS);
		const cpuBefore = cpuMillis();
		await sendFor(windowMs);
		const seconds = (performance.now() - startedAt) / 1000;
		const count = latencies.length;
		return { rate: count / seconds, latencies, cpuMillis: (cpuMillis() - cpuBefore) / count };
	} finally {
		client.close();
	}
}

function delivery(target: Target, { kind }: Cell, sample: SampleBody): Call {
	sample.setId((lastId += 1));
	const body = Buffer.from(sample.bytes);
	const headers = { 'content-type': 'application/json', ...target.sign(body, kind) };
	return { headers, body };
}
