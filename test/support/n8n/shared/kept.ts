/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- the harness works on files; its errors go to the test */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logIn } from '../session';
import { startN8n } from '../start';
import type { N8n } from '../types';
import { prepareShared } from './options';

/** What a test file learns of an n8n that it does not start itself. */
export interface Lent extends Omit<N8n, 'kill' | 'log' | 'stop'> {
	/** Where n8n's output is written, that of the processes before as well. */
	logFile: string;
	/** Where its workflows may write files. */
	files: string;
}

/** An n8n that is lent to one test file after the other. */
export interface Kept {
	/** The running one, which is started again if it was ended. */
	lend(): Promise<Lent>;
	/** Ends its process, by signal or as a crash would, and keeps what is stored in it. */
	end(how: 'kill' | 'stop'): Promise<void>;
	/** Ends it for good and removes its folders. */
	close(): Promise<void>;
}

/** Milliseconds; after a crash n8n has more to do than else. */
const timeoutMs = 240_000;

/** Starts an n8n to be lent. */
export async function keep(): Promise<Kept> {
	const files = await mkdtemp(join(tmpdir(), 'n8n-nodes-smile-shared-'));
	const { options, close } = await prepareShared(files);
	const logFile = `${files}.log`;
	const start = async (userFolder?: string) => {
		const again = userFolder === undefined ? {} : { userFolder, withPackage: false };
		return await startN8n({ editor: false, ...options, ...again, logFile, timeoutMs });
	};
	const clear = async () => {
		await close();
		await rm(files, { recursive: true, force: true });
		await rm(logFile, { force: true });
	};

	let running: Promise<N8n> | undefined;
	let cookie: string;
	let folder: string;
	try {
		const first = await start();
		folder = first.userFolder;
		running = Promise.resolve(first);
		cookie = await logIn(first.origin);
	} catch (error) {
		await clear();
		throw error;
	}

	const end: Kept['end'] = async (how) => {
		const ended = running;
		running = undefined;
		await (await ended)?.[how]({ keepUserFolder: true });
	};
	return {
		end,
		async lend() {
			running ??= start(folder);
			// The next who asks is to find no start that failed.
			running.catch(() => (running = undefined));
			const { origin, publicUrl, port, pid, userFolder, startedInMs } = await running;
			return { origin, publicUrl, port, pid, userFolder, startedInMs, logFile, files, cookie };
		},
		async close() {
			await end('stop');
			await rm(folder, { recursive: true, force: true, maxRetries: 3 });
			await clear();
		},
	};
}
