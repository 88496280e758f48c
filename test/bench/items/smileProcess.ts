/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a process of its own */
import { startSmile } from '../../support/smile/server';
import type { Answered, Order } from './smileApart';

/** The simulated Smile by itself, so that its work does not hold up what is measured. */
async function serve(users: number): Promise<void> {
	const smile = await startSmile({ rateLimit: 20 });
	for (let number = 0; number < users; number += 1) {
		smile.data.add('users', { id: `acme-user-${number}`, createdAt: '2026-03-04T05:06:07Z' });
	}
	process.on('message', ({ delayMs }: Order) => {
		const refused = smile.journal.entries.filter(({ status }) => status === 429).length;
		const answered: Answered = { requests: smile.journal.entries.length, refused };
		smile.journal.clear();
		smile.faults.clear();
		smile.faults.next({ kind: 'slow', ms: delayMs, times: Infinity });
		process.send?.(answered);
	});
	process.on('disconnect', () => process.exit());
	const { baseUrl, apiKey, apiSecret } = smile;
	process.send?.({ baseUrl, apiKey, apiSecret });
}

void serve(Number(process.argv[2]));
