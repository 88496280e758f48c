/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- works on n8n's folders; its errors go to the test */
import { mkdir, rm } from 'node:fs/promises';

import type { IDataObject } from 'n8n-workflow';

import { startSmile } from '../smile/server';
import type { SmileOptions } from '../smile/options';
import type { SimulatedSmile } from '../smile/simulatedSmile';
import type { StoredWebhook } from '../smile/webhookStore';
import { eventually } from '../waitFor';
import { lazyIsolates } from './isolates';
import { connectRest, type N8nRest } from './rest';
import { borrowN8n } from './shared/borrow';
import { clearN8n } from './shared/clear';
import { startN8n } from './start';
import type { Credential, N8n, StartOptions, Workflow } from './types';
import { triggerWorkflow } from './workflows';

export const webhookSecret = 'dummy-webhook-secret';

/** A real n8n beside a simulated Smile, and the credential that connects them. */
export interface N8nWorld {
	smile: SimulatedSmile;
	n8n: N8n;
	rest: N8nRest;
	credential: Credential;
	credentialData: IDataObject;
	/** Stores and publishes a workflow with a Smile Trigger; throws when n8n cannot register it. */
	publish(parameters: IDataObject, name?: string): Promise<Workflow>;
	/** Unpublishes a workflow and waits until its webhooks are gone from Smile, some ten seconds later. */
	unpublish(workflow: Workflow): Promise<void>;
	/** Ends n8n, by signal or as a crash would, and starts it again on the same data. */
	restart(how?: 'stop' | 'kill'): Promise<void>;
	/** Starts n8n again, on the same data, after it was ended with its folder kept. */
	start(): Promise<void>;
	close(): Promise<void>;
}

export interface WorldOptions extends StartOptions {
	/** Whether Smile refuses more than 20 requests a second, as it really does; default false. */
	rateLimit?: boolean;
	/** Other switches of the simulated Smile. */
	smile?: SmileOptions;
}

/** Without what costs most and few tests need; what a test asks for goes before. */
function withSparing(options: StartOptions): StartOptions {
	return { editor: false, ...options, env: { ...lazyIsolates, ...options.env } };
}

/** Starts both, n8n without its editor unless it is asked for; Smile's deliveries to n8n's public address arrive at the local one. */
export async function startN8nWorld({
	rateLimit,
	smile: switches = {},
	...options
}: WorldOptions = {}): Promise<N8nWorld> {
	const smile = await startSmile({ ...switches, ...(rateLimit ? {} : { rateLimit: false }) });
	let n8n: N8n | undefined;
	try {
		n8n = await startN8n(withSparing(options));
		const startAgain = async ({ userFolder }: N8n) =>
			await startN8n({ ...withSparing(options), userFolder, withPackage: false });
		return await connectWorld(smile, n8n, startAgain);
	} catch (error) {
		// A server that is left open would keep the test run from ending.
		await n8n?.stop();
		await smile.close();
		throw error;
	}
}

export type BorrowOptions = Pick<WorldOptions, 'rateLimit' | 'smile'>;

export interface BorrowedWorld extends N8nWorld {
	/** Where n8n's workflows may write files. */
	files: string;
}

/**
 * The same with an n8n that other test files use before and after: it is empty at the beginning and is emptied at the
 * end. Nothing but workflows, credentials, tables and invited people may be changed in it.
 */
export async function borrowN8nWorld({
	rateLimit,
	smile: switches = {},
}: BorrowOptions = {}): Promise<BorrowedWorld> {
	const n8n = await borrowN8n();
	const smile = await startSmile({ ...switches, ...(rateLimit ? {} : { rateLimit: false }) });
	try {
		const world = await connectWorld(smile, n8n, async (ended) => await ended.again());
		const close = async () => {
			// A test that failed may have left it ended.
			await clearN8n(await connectRest(await borrowN8n()));
			await smile.close();
			await rm(n8n.files, { recursive: true, force: true });
			await mkdir(n8n.files);
		};
		return Object.assign(world, { files: n8n.files, close });
	} catch (error) {
		await smile.close();
		throw error;
	}
}

async function connectWorld<T extends N8n>(
	smile: SimulatedSmile,
	n8n: T,
	startAgain: (ended: T) => Promise<T>,
): Promise<N8nWorld> {
	let running = n8n;
	const rest = await connectRest(n8n);
	const credentialData: IDataObject = {
		environment: 'custom',
		baseUrl: smile.baseUrl,
		apiKey: smile.apiKey,
		apiSecret: smile.apiSecret,
		webhookSecret,
	};
	const credential = await rest.createCredential({
		name: 'Simulated Smile',
		type: 'getSmileApi',
		data: credentialData,
	});
	smile.mapHost(n8n.publicUrl, n8n.origin);

	const world: N8nWorld = {
		smile,
		n8n,
		rest,
		credential,
		credentialData,
		async publish(parameters, name) {
			const workflow = await world.rest.createWorkflow(
				triggerWorkflow({ parameters, credential: world.credential, name }),
			);
			await world.rest.activate(workflow);
			return workflow;
		},
		async unpublish(workflow) {
			const { nodes } = await world.rest.getWorkflow(workflow.id);
			const paths = nodes.flatMap(({ webhookId }) => webhookId ?? []);
			const isLeft = ({ url }: StoredWebhook) =>
				paths.some((path) => url.includes(`/webhook/${path}/`));
			await world.rest.deactivate(workflow);
			await eventually(() => !smile.webhooks.all.some(isLeft), 'the webhook to be removed');
		},
		async restart(how = 'stop') {
			await world.n8n[how]({ keepUserFolder: true });
			await world.start();
		},
		async start() {
			running = await startAgain(running);
			world.n8n = running;
			world.rest = await connectRest(world.n8n);
			smile.mapHost(world.n8n.publicUrl, world.n8n.origin);
		},
		async close() {
			await world.n8n.stop();
			await smile.close();
			// After a restart the folder counts as the caller's, whom n8n's harness leaves it to.
			await rm(world.n8n.userFolder, { recursive: true, force: true, maxRetries: 3 });
		},
	};
	return world;
}
