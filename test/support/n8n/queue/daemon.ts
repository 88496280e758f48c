/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/require-node-api-error -- the harness starts programs */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { waitFor } from '../../waitFor';
import { lastLines } from '../command';
import { guard } from '../guard';
import { childEnvironment } from '../nodeBinary';
import type { Account } from './account';

const startMs = 60_000;
const patienceMs = 10_000;

export interface DaemonInput {
	name: string;
	file: string;
	args: string[];
	cwd: string;
	/** Who runs it; without one, who runs the tests. */
	account?: Account;
	isReady: () => Promise<boolean>;
}

export interface Daemon {
	/** Sends a signal and waits for the end, at most ten seconds before SIGKILL. */
	end(signal: NodeJS.Signals): Promise<void>;
}

/** Starts a server program and waits until it answers; it dies with this process. */
export async function startDaemon(input: DaemonInput): Promise<Daemon> {
	const { name, file, args, cwd, account, isReady } = input;
	const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
	const child = spawn(file, args, { cwd, env: childEnvironment(), stdio, ...account });
	let written = '';
	child.stdout.on('data', (chunk: Buffer) => (written += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (written += chunk.toString()));
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
	try {
		await waitFor(async () => ended || (await isReady()), {
			timeoutMs: startMs,
			intervalMs: 50,
			describe: `${name} to be ready`,
		});
		if (ended) throw new Error(`${name} ended while it was starting`);
	} catch (error) {
		await end('SIGKILL');
		throw new Error(`${(error as Error).message}. It wrote:\n${lastLines(written)}`);
	}
	return { end };
}
