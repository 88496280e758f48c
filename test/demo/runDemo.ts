/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- starts the demo as a program */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { checkout, childEnvironment, nodeBinary } from '../support/n8n/nodeBinary';
import { cacheFolder } from '../support/n8n/install';
import { waitFor } from '../support/waitFor';
import { descendantsOf } from './descendants';
import { makeFolder } from './temporaryFolder';

/** The demo as a program of its own, as `npm run demo` starts it. */
export interface RunningDemo {
	/** Everything it has printed so far. */
	output(): string;
	/** Waits until it has printed something and returns it; fails at once when it ends before. */
	printed(words: string | RegExp, timeoutMs?: number): Promise<RegExpExecArray>;
	/** The ids of the programs it runs at this moment. */
	programs(): Promise<number[]>;
	/** Ctrl-C. */
	interrupt(): void;
	/** The exit code, once it has ended. */
	ended: Promise<number | null>;
	/** Names of what it has in its own folder for temporary files. */
	temporaryFiles(): Promise<string[]>;
	/** Ends it if need be, and removes its temporary files. */
	clear(): Promise<void>;
}

export async function startDemo(
	args: string[],
	env: Record<string, string> = {},
): Promise<RunningDemo> {
	const { folder, remove } = await makeFolder();
	const child = spawn(nodeBinary(), ['--import', 'tsx', 'test/demo/demo.ts', ...args], {
		cwd: checkout,
		env: childEnvironment({
			TMPDIR: folder,
			TSX_DISABLE_CACHE: '1',
			N8N_NODES_SMILE_CACHE: cacheFolder(),
			...env,
		}),
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let written = '';
	child.stdout.on('data', (chunk: Buffer) => (written += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (written += chunk.toString()));
	const ended = once(child, 'close').then(() => child.exitCode);
	const hasEnded = () => child.exitCode !== null || child.signalCode !== null;

	return {
		output: () => written,
		async printed(words, timeoutMs = 300_000) {
			const wanted =
				typeof words === 'string' ? new RegExp(words.replaceAll(/[^\w ]/g, '\\$&')) : words;
			const describe = () => `the demo to print ${wanted}; it printed:\n${written}`;
			await waitFor(() => wanted.test(written) || hasEnded(), { timeoutMs, describe });
			const found = wanted.exec(written);
			if (!found) throw new Error(`The demo ended without ${describe()}`);
			return found;
		},
		programs: async () => await descendantsOf(child.pid ?? -1),
		interrupt: () => void child.kill('SIGINT'),
		ended,
		// npm keeps its compiled code there, whoever runs it.
		temporaryFiles: async () =>
			(await readdir(folder)).filter((name) => name !== 'node-compile-cache'),
		async clear() {
			if (!hasEnded()) child.kill('SIGTERM');
			await ended;
			await remove();
		},
	};
}
