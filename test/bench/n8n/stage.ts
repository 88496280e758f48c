/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- makes a folder for n8n */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectRest } from '../../support/n8n/rest';
import { startN8n } from '../../support/n8n/start';
import { startSmile } from '../../support/smile/server';
import { installBareTrigger } from './bareTrigger';
import { Backlog } from './backlog';
import { cpuMillisOf } from './cpuTime';
import { startFakeGithub } from './fakeGithub';
import { publishTargets } from './publishTargets';
import type { Target, TargetId } from './target';

/** A real n8n with the published targets, and the two services they register at. */
export interface Stage {
	targets: Target[];
	backlog: Backlog;
	/** Processor time that n8n has used so far; NaN where the system does not tell. */
	cpuMillis(): number;
	close(): Promise<void>;
}

/** Starts n8n with these variables; only the targets asked for are published. */
export async function setStage(ids: TargetId[], env: Record<string, string> = {}): Promise<Stage> {
	const userFolder = await mkdtemp(join(tmpdir(), 'n8n-nodes-smile-bench-'));
	const closers: Array<() => unknown> = [
		async () => await rm(userFolder, { recursive: true, force: true, maxRetries: 3 }),
	];
	const close = async () => {
		for (const one of closers.splice(0)) await one();
	};
	try {
		const smile = await startSmile({ rateLimit: false });
		closers.unshift(async () => await smile.close());
		const github = await startFakeGithub();
		closers.unshift(async () => await github.close());
		await installBareTrigger(userFolder);
		// n8n keeps uploads among the temporary files.
		const n8n = await startN8n({ userFolder, env: { TMPDIR: userFolder, ...env } });
		closers.unshift(async () => await n8n.stop());

		const rest = await connectRest(n8n);
		const targets = await publishTargets({ origin: n8n.origin, rest, smile, github }, ids);
		const backlog = new Backlog(userFolder, rest);
		closers.unshift(() => backlog.close());
		return { targets, backlog, cpuMillis: () => cpuMillisOf(n8n.pid), close };
	} catch (error) {
		await close();
		throw error;
	}
}
