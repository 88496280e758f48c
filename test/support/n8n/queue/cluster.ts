/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- the harness works on files */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureN8n } from '../install';
import { packAndInstall } from '../pack';
import { startBalancer, type Balancer } from './balancer';
import { Member, type Common } from './member';
import { startPostgres, type Postgres } from './postgres';
import { watchReadiness } from './readiness';
import { startRedis } from './redis';

const publicUrl = 'https://n8n.example.test';

/** An n8n in queue mode: a main process, two webhook processors behind a balancer, two workers. */
export interface Cluster {
	publicUrl: string;
	main: Member;
	/** A second main process on the same database, which is not started. */
	otherMain: Member;
	webhookProcessors: Member[];
	workers: Member[];
	balancer: Balancer;
	postgres: Postgres;
	close(): Promise<void>;
}

/**
 * A job whose worker died counts as lost when its lock has run out. n8n's default is a minute,
 * looked at every 30 seconds; shorter here, so that a test sees the outcome.
 */
const shortLocks = {
	QUEUE_WORKER_LOCK_DURATION: '10000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

const shared = {
	EXECUTIONS_MODE: 'queue',
	N8N_ENCRYPTION_KEY: 'dummy-key-that-all-processes-share',
	...shortLocks,
};

/** Starts all of it, the main process first because it builds the database. */
export async function startCluster(): Promise<Cluster> {
	const undo: Array<() => Promise<void>> = [];
	const close = async () => {
		for (const step of undo.splice(0).reverse()) await step();
	};
	try {
		const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-smile-queue-'));
		undo.push(async () => await rm(folder, { recursive: true, force: true, maxRetries: 3 }));
		// PostgreSQL runs under an account of its own and has to get through.
		await chmod(folder, 0o755);
		const postgres = await startPostgres(folder);
		undo.push(postgres.stop);
		const redis = await startRedis(folder);
		undo.push(redis.stop);

		const template = join(folder, 'template');
		await packAndInstall(template);
		const common: Common = {
			installation: await ensureN8n(),
			folder,
			template,
			publicUrl,
			environment: { ...shared, ...postgres.environment, ...redis.environment },
		};
		const create = async (role: Member['role'], name: string) => {
			const member = await Member.create(role, name, common);
			undo.push(async () => await member.end());
			return member;
		};
		const main = await create('main', 'main-1');
		const otherMain = await create('main', 'main-2');
		const processor = async (name: string) => await create('webhook processor', name);
		const webhookProcessors = [await processor('webhook-1'), await processor('webhook-2')];
		const workers = [await create('worker', 'worker-1'), await create('worker', 'worker-2')];

		await main.start();
		await Promise.all([...webhookProcessors, ...workers].map(async (one) => await one.start()));
		const ports = webhookProcessors.map(({ port }) => port);
		const balancer = await startBalancer(ports, watchReadiness(ports));
		undo.push(balancer.close);
		return { publicUrl, main, otherMain, webhookProcessors, workers, balancer, postgres, close };
	} catch (error) {
		await close();
		throw error;
	}
}
