/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/require-node-api-error -- the harness starts programs */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../freePort';
import { waitFor } from '../waitFor';
import { lastLines } from './command';
import { n8nEnvironment } from './environment';
import { guard } from './guard';
import { nodeBinary } from './nodeBinary';
import type { N8nInstallation } from './types';

const patienceMs = 10_000;

export interface ServerInput {
	installation: N8nInstallation;
	userFolder: string;
	/** Without a trailing slash; '' for none. */
	publicUrl: string;
	port?: number;
	env?: Record<string, string>;
	timeoutMs?: number;
	/** Whether it serves the editor; default true. */
	editor?: boolean;
	/** A file that its output is added to as well, for other processes. */
	logFile?: string;
	/** Which of n8n's processes it is; `start` is the main one, and the only one outside queue mode. */
	command?: 'start' | 'webhook' | 'worker';
}

/** A child process that runs n8n. */
export interface ServerProcess {
	origin: string;
	port: number;
	pid: number;
	startedInMs: number;
	log(): string;
	/** Sends a signal and waits for the end, at most ten seconds before SIGKILL. */
	end(signal: NodeJS.Signals): Promise<void>;
}

/** n8n 1 says that it is ready when its database is, some moments before its main process has a REST API. */
const signsOfLife = {
	start: ['/healthz/readiness', '/rest/options/timezones'],
	webhook: ['/healthz/readiness'],
	worker: ['/healthz/readiness'],
};

/**
 * The REST API answers earlier: before n8n has taken whatever runs for what a crash left and, up to 2.39, before it has
 * registered the triggers of published workflows. One that is unpublished in between is registered all the same.
 */
const lastWords = { start: 'Editor is now accessible', webhook: '', worker: '' };

async function isReady(origin: string, paths: string[]): Promise<boolean> {
	for (const path of paths) {
		const answer = await fetch(origin + path).catch(() => undefined);
		if (answer?.status !== 200) return false;
	}
	return true;
}

/** Starts n8n on a user folder and waits until it is ready; it dies with this process. */
export async function startServer(input: ServerInput): Promise<ServerProcess> {
	const { installation, userFolder, publicUrl, env = {}, timeoutMs = 240_000 } = input;
	const { command = 'start', editor = true } = input;
	const port = input.port ?? (await freePort());
	const brokerPort = await freePort();
	const compileCache = join(installation.directory, '.compile-cache');
	const startedAt = Date.now();
	const child = spawn(nodeBinary(), [installation.bin, command], {
		cwd: userFolder,
		env: n8nEnvironment({
			port,
			brokerPort,
			userFolder,
			publicUrl,
			compileCache,
			editor,
			extra: env,
		}),
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let written = '';
	const { logFile } = input;
	if (logFile !== undefined) appendFileSync(logFile, '');
	const note = (chunk: Buffer) => {
		written += chunk.toString();
		if (logFile !== undefined) appendFileSync(logFile, chunk);
	};
	child.stdout.on('data', note);
	child.stderr.on('data', note);
	let ended = false;
	const exit = once(child, 'exit').then(() => (ended = true));
	const dismiss = child.pid === undefined ? () => {} : guard(child.pid);

	const end = async (signal: NodeJS.Signals) => {
		if (!ended) child.kill(signal);
		const forced = setTimeout(() => child.kill('SIGKILL'), patienceMs);
		await exit;
		clearTimeout(forced);
		dismiss();
	};

	const origin = `http://127.0.0.1:${port}`;
	try {
		const isOpen = async () =>
			written.includes(lastWords[command]) && (await isReady(origin, signsOfLife[command]));
		await waitFor(async () => ended || (await isOpen()), {
			timeoutMs,
			intervalMs: 50,
			describe: 'n8n to be ready',
		});
		if (ended) throw new Error('n8n ended while it was starting');
	} catch (error) {
		await end('SIGKILL');
		throw new Error(`${(error as Error).message}. It wrote:\n${lastLines(written, 30)}`);
	}
	const startedInMs = Date.now() - startedAt;
	return { origin, port, pid: child.pid ?? -1, startedInMs, log: () => written, end };
}
