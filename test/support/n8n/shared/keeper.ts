/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the harness listens */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { keep, type Kept } from './kept';

export interface Keeper {
	/**
	 * Answers `GET /<borrower>` with a Lent, the same one each time. `DELETE` of the same ends its process, by the
	 * signal in `?signal=`; the next GET starts it again with all that is stored in it.
	 */
	origin: string;
	/** Ends every n8n it has started. */
	close(): Promise<void>;
}

/**
 * Starts n8n for test files that do not disturb each other: one for each process of jest, when it is first asked for.
 * It lives as long as the run of the tests, longer than any file.
 */
export async function startKeeper(): Promise<Keeper> {
	const known = new Map<string, Promise<Kept>>();
	const keptFor = async (borrower: string): Promise<Kept> => {
		const kept = known.get(borrower) ?? keep();
		known.set(borrower, kept);
		// One start that failed is the end of one file of tests, and not of all that this process has left.
		kept.catch(() => known.delete(borrower));
		return await kept;
	};
	const handle = async (method: string, url: string): Promise<unknown> => {
		const { pathname, searchParams } = new URL(url, 'http://keeper');
		const kept = await keptFor(pathname);
		if (method === 'GET') return await kept.lend();
		await kept.end(searchParams.get('signal') === 'SIGKILL' ? 'kill' : 'stop');
		return {};
	};

	const server = createServer((request, response) => {
		handle(request.method ?? '', request.url ?? '').then(
			(answer) => response.end(JSON.stringify(answer)),
			(error: Error) => response.writeHead(500).end(error.message),
		);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');

	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		async close() {
			server.close();
			server.closeAllConnections();
			const started = await Promise.allSettled(known.values());
			for (const result of started) if (result.status === 'fulfilled') await result.value.close();
		},
	};
}
