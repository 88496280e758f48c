/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- makes a folder for n8n */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectRest } from '../../support/n8n/rest';
import { startSmile } from '../../support/smile/server';
import { Backlog } from './backlog';
import { installBareTrigger } from './bareTrigger';
import { startEngine } from './engine';
import { startFakeGithub } from './fakeGithub';
import { publishTargets } from './publishTargets';
import type { Setting } from './settings';
import type { Target, TargetId } from './target';

/** A real n8n with the published targets, and the two services they register at. */
export interface Stage {
	targets: Target[];
	backlog: Backlog;
	/** Processor time that n8n has used so far; NaN where the system does not tell. */
	cpuMillis(): number;
	close(): Promise<void>;
}

/** Starts n8n under this setting; only the targets asked for are published. */
export async function setStage(ids: TargetId[], setting: Setting = {}): Promise<Stage> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-smile-bench-'));
	const closers: Array<() => unknown> = [
		async () => await rm(folder, { recursive: true, force: true, maxRetries: 3 }),
	];
	const close = async () => {
		for (const one of closers.splice(0)) await one();
	};
	try {
		const smile = await startSmile({ rateLimit: false });
		closers.unshift(async () => await smile.close());
		const github = await startFakeGithub();
		closers.unshift(async () => await github.close());
		await installBareTrigger(join(folder, 'main'));
		const { n8n, workOff, cpuMillis } = await startEngine(folder, setting, closers);

		const rest = await connectRest(n8n);
		const targets = await publishTargets({ origin: n8n.origin, rest, smile, github }, ids);
		return { targets, backlog: new Backlog(workOff, rest), cpuMillis, close };
	} catch (error) {
		await close();
		throw error;
	}
}
