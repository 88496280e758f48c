/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- the harness works on files */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureN8n } from './install';
import { packAndInstall } from './pack';
import { sow } from './seed';
import { startServer } from './serverProcess';
import type { N8n, StartOptions } from './types';

const defaultPublicUrl = 'https://n8n.example.test';

/** Starts a real n8n with this package installed, and waits until it answers. */
export async function startN8n(options: StartOptions = {}): Promise<N8n> {
	const {
		port,
		env,
		editor,
		withPackage = true,
		timeoutMs,
		logFile,
		onProgress = () => {},
	} = options;
	const publicUrl = (options.publicUrl ?? defaultPublicUrl).replace(/\/+$/, '');
	const installation = await ensureN8n({ onProgress });
	const userFolder = options.userFolder ?? (await mkdtemp(join(tmpdir(), 'n8n-nodes-smile-')));
	const clear = async (keepUserFolder: boolean) => {
		if (keepUserFolder || options.userFolder !== undefined) return;
		await rm(userFolder, { recursive: true, force: true, maxRetries: 3 });
	};

	try {
		await sow(installation, userFolder);
		if (withPackage) {
			onProgress('Packing and installing n8n-nodes-smile');
			await packAndInstall(userFolder);
		}
		onProgress(`Starting n8n ${installation.version}`);
		const input = { installation, userFolder, publicUrl, port, env, editor, timeoutMs, logFile };
		const { end, ...server } = await startServer(input);
		const finish = async (signal: NodeJS.Signals, keepUserFolder = false) => {
			await end(signal);
			await clear(keepUserFolder);
		};
		return {
			...server,
			publicUrl,
			userFolder,
			stop: async ({ keepUserFolder } = {}) => await finish('SIGTERM', keepUserFolder),
			kill: async ({ keepUserFolder } = {}) => await finish('SIGKILL', keepUserFolder),
		};
	} catch (error) {
		await clear(false);
		throw error;
	}
}
