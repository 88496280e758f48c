/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- starts a process */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { SmileAccount } from '../../support/contexts/sampleCredential';

/** What the process is told: how long its answers take from now on, in milliseconds. */
export interface Order {
	delayMs: number;
}

/** What the process has answered since the last order. */
export interface Answered {
	requests: number;
	/** Requests beyond twenty a second, which it answered with 429. */
	refused: number;
}

/** A simulated Smile in a process of its own, strict about its limit. */
export interface SmileApart extends SmileAccount {
	/** Sets how long answers take, and tells what was answered before. */
	order(order: Order): Promise<Answered>;
	close(): void;
}

export async function startSmileApart(users: number): Promise<SmileApart> {
	const child = fork(join(__dirname, 'smileProcess.ts'), [String(users)], {
		execArgv: ['--import', 'tsx'],
	});
	const message = async () => ((await once(child, 'message')) as unknown[])[0];
	const account = (await message()) as SmileAccount;
	return {
		...account,
		order: async (order) => {
			const told = message();
			child.send(order);
			return (await told) as Answered;
		},
		close: () => void child.kill(),
	};
}
