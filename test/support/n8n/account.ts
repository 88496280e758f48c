/* eslint-disable @n8n/community-nodes/no-restricted-imports -- pauses between two looks */
import { setTimeout as pause } from 'node:timers/promises';

import { isDelivered, type SentEvent } from '../smile/sentEvent';
import type { StoredExecution } from './database';
import { isAtLeast } from './version';

/** What became of events, as ids. All empty: nothing lost, nothing twice. */
export interface Account {
	/** Smile gave up after its last try. */
	undelivered: string[];
	/** Answered with a success, and no execution holds it. */
	lost: string[];
	/** Held by more than one execution. */
	twice: string[];
}

export const nothingLostNothingTwice: Account = { undelivered: [], lost: [], twice: [] };

/** Compares what one webhook's deliveries were answered with the executions of its trigger. */
export function accountFor(sent: SentEvent[], executions: StoredExecution[]): Account {
	const started = new Map<string, number>();
	for (const { eventId } of executions) started.set(eventId, (started.get(eventId) ?? 0) + 1);
	const ids = [...new Set(sent.map(({ id }) => id))];
	const delivered = new Set(sent.filter(isDelivered).map(({ id }) => id));
	return {
		undelivered: ids.filter((id) => !delivered.has(id)),
		lost: ids.filter((id) => delivered.has(id) && !started.has(id)),
		twice: ids.filter((id) => (started.get(id) ?? 0) > 1),
	};
}

/**
 * The same, read until nothing is lost any more or a minute has passed. n8n 1 stores executions at its leisure
 * after it has answered; later versions have them stored then, so that one look is enough and must be.
 */
export async function finalAccount(
	sent: SentEvent[],
	executions: () => StoredExecution[],
): Promise<Account> {
	const until = Date.now() + (isAtLeast(2, 0) ? 0 : 60_000);
	for (;;) {
		const account = accountFor(sent, executions());
		if (account.lost.length === 0 || Date.now() >= until) return account;
		await pause(500);
	}
}
