/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- the harness listens and works on files */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logIn } from '../session';
import { startN8n } from '../start';
import type { N8n } from '../types';
import { kinds, type Kind } from './kinds';

/** What a test file learns of an n8n that it does not start itself. */
export interface Lent extends Omit<N8n, 'kill' | 'log' | 'stop'> {
	/** Where n8n's output is written. */
	logFile: string;
	/** Where its workflows may write files. */
	files: string;
}

interface Kept {
	lent: Lent;
	close(): Promise<void>;
}

export interface Keeper {
	/** Answers `GET /<kind>/<borrower>` with a Lent, the same one each time. */
	origin: string;
	/** Ends every n8n it has started. */
	close(): Promise<void>;
}

/**
 * Starts n8n for test files that do not disturb each other: one of each kind for each process of jest, when it is first
 * asked for. It lives as long as the run of the tests, longer than any file.
 */
export async function startKeeper(): Promise<Keeper> {
	const kept = new Map<string, Promise<Kept>>();
	const lend = async (path: string): Promise<Lent> => {
		const [, kind] = path.split('/');
		if (!(kind in kinds)) throw new Error(`There is no n8n of the kind "${kind}"`);
		const known = kept.get(path) ?? keep(kind as Kind);
		kept.set(path, known);
		return (await known).lent;
	};

	const server = createServer((request, response) => {
		lend(request.url ?? '').then(
			(lent) => response.end(JSON.stringify(lent)),
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
			const started = await Promise.allSettled(kept.values());
			for (const result of started) if (result.status === 'fulfilled') await result.value.close();
		},
	};
}

async function keep(kind: Kind): Promise<Kept> {
	const files = await mkdtemp(join(tmpdir(), 'n8n-nodes-smile-shared-'));
	const { options, close } = await kinds[kind](files);
	const logFile = `${files}.log`;
	const clear = async () => {
		await close();
		await rm(files, { recursive: true, force: true });
		await rm(logFile, { force: true });
	};
	try {
		const n8n = await startN8n({ editor: false, ...options, logFile });
		const { origin, publicUrl, port, pid, userFolder, startedInMs } = n8n;
		const cookie = await logIn(origin);
		return {
			lent: { origin, publicUrl, port, pid, userFolder, startedInMs, logFile, files, cookie },
			async close() {
				await n8n.stop();
				await clear();
			},
		};
	} catch (error) {
		await clear();
		throw error;
	}
}
