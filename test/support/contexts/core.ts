/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- sets up n8n-core in this process */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CapturedLogs } from './capturedLogs';

type Constructor<T> = abstract new (...args: never[]) => T;

/** The part of n8n's dependency injection that is used here. */
interface Injection {
	Container: {
		get<T>(type: Constructor<T>): T;
		set(type: Constructor<unknown>, instance: unknown): void;
	};
}

let loading: Promise<CapturedLogs> | undefined;

/**
 * Loads what n8n-core itself would load under that name: it brings packages of its own, and an instance
 * of another copy would be unknown to it.
 */
export const requireAsCore = createRequire(require.resolve('n8n-core'));

/**
 * Makes n8n-core usable without a server, once for each test file, and returns the logger that stands in
 * for n8n's. n8n's settings file lives in a temporary folder that is removed at once.
 */
export async function startCore(): Promise<CapturedLogs> {
	return await (loading ??= start());
}

async function start(): Promise<CapturedLogs> {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-contexts-'));
	// n8n reads its settings while its modules load, so these come before every import of n8n-core.
	process.env.N8N_USER_FOLDER = folder;
	process.env.N8N_ENCRYPTION_KEY = 'dummy-encryption-key';
	// Requests to the servers of a test must not go through a proxy of the machine.
	process.env.NO_PROXY = process.env.no_proxy = '127.0.0.1,localhost,::1';

	const logs = new CapturedLogs();
	const { Container } = requireAsCore('@n8n/di') as Injection;
	const common = requireAsCore('@n8n/backend-common') as { Logger: Constructor<unknown> };
	Container.set(common.Logger, logs);
	const settings = await import('n8n-core/dist/instance-settings/instance-settings');
	Container.get(settings.InstanceSettings);
	rmSync(folder, { recursive: true, force: true });
	return logs;
}

/** n8n-core's contexts; its index would load twice as many modules. */
export async function loadContexts() {
	await startCore();
	return {
		...(await import('n8n-core/dist/execution-engine/node-execution-context/hook-context')),
		...(await import('n8n-core/dist/execution-engine/node-execution-context/webhook-context')),
		...(await import('n8n-core/dist/execution-engine/node-execution-context/execute-context')),
		...(await import('n8n-core/dist/execution-engine/node-execution-context/load-options-context')),
		...(await import(
			'n8n-core/dist/execution-engine/node-execution-context/credentials-test-context'
		)),
	};
}
