/* eslint-disable @n8n/community-nodes/no-restricted-imports -- makes folders for n8n */
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureN8n } from '../../support/n8n/install';
import { Member } from '../../support/n8n/queue/member';
import { startPostgres, type Postgres } from '../../support/n8n/queue/postgres';
import { startRedis } from '../../support/n8n/queue/redis';
import { startN8n } from '../../support/n8n/start';
import type { N8n } from '../../support/n8n/types';
import type { WorkOff } from './backlog';
import { cpuMillisOf } from './cpuTime';
import { workOffIn as workOffInPostgres } from './postgresBacklog';
import type { Setting } from './settings';
import { workOffIn as workOffInSqlite } from './sqliteBacklog';

/** A running n8n, with whatever processes the setting asks for. */
export interface Engine {
	n8n: N8n;
	workOff: WorkOff;
	/** Processor time that n8n's processes have used so far, without the database's; NaN where the system does not tell. */
	cpuMillis(): number;
}

/** Starts n8n in a folder; what ends it again is put in front of the closers. */
export async function startEngine(
	folder: string,
	{ env = {}, postgres: wantsPostgres = false, workers = 0 }: Setting,
	closers: Array<() => unknown>,
): Promise<Engine> {
	const userFolder = join(folder, 'main');
	await mkdir(userFolder, { recursive: true });
	// n8n keeps uploads among the temporary files.
	const environment: Record<string, string> = { TMPDIR: userFolder, ...env };
	let postgres: Postgres | undefined;
	if (wantsPostgres) {
		// PostgreSQL runs under an account of its own and has to get through.
		await chmod(folder, 0o755);
		postgres = await startPostgres(folder);
		closers.unshift(postgres.stop);
		Object.assign(environment, postgres.environment);
	}
	if (workers > 0) {
		const redis = await startRedis(folder);
		closers.unshift(redis.stop);
		Object.assign(environment, redis.environment, { EXECUTIONS_MODE: 'queue' });
	}
	const n8n = await startN8n({ userFolder, env: environment });
	closers.unshift(async () => await n8n.stop());

	const pids = [n8n.pid];
	const installation = await ensureN8n();
	const { publicUrl } = n8n;
	const common = { installation, folder, template: userFolder, publicUrl, environment };
	for (let number = 1; number <= workers; number += 1) {
		const worker = await Member.create('worker', `worker-${number}`, common);
		closers.unshift(async () => await worker.end());
		await worker.start();
		pids.push(worker.pid);
	}
	return {
		n8n,
		workOff: postgres ? workOffInPostgres(postgres) : workOffInSqlite(userFolder, closers),
		cpuMillis: () => pids.reduce((sum, pid) => sum + cpuMillisOf(pid), 0),
	};
}
