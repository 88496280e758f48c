/* eslint-disable @n8n/community-nodes/require-node-api-error -- this is no node, its errors go to the test */
import type { IDataObject, INode } from 'n8n-workflow';
import { startSmile } from '../../smile/server';
import type { SimulatedSmile } from '../../smile/simulatedSmile';
import { connectRest, type N8nRest } from '../rest';
import type { Credential, Workflow } from '../types';
import { afterNode, triggerWorkflow } from '../workflows';
import { webhookSecret } from '../world';
import { startBalancer, type Balancer } from './balancer';
import { noteEvents } from './executionsOfEvents';
import { startCluster, type Cluster } from './cluster';

/** An n8n in queue mode beside a simulated Smile. */
export interface QueueWorld {
	smile: SimulatedSmile;
	/** What n8n's requests to Smile pass through. */
	gate: Balancer;
	cluster: Cluster;
	rest: N8nRest;
	credential: Credential;
	credentialData: IDataObject;
	/** Stores and publishes Smile Trigger, then a step that takes a while. */
	publish(name: string): Promise<Workflow>;
	/** Unpublishes what was published and ends the second main process, whatever a test left. */
	tidy(): Promise<void>;
	close(): Promise<void>;
}

/** How long one execution takes, in seconds: long enough for a killed worker to hold some. */
const stepSeconds = 0.5;

const slowStep: Partial<INode> = {
	type: 'n8n-nodes-base.wait',
	typeVersion: 1.1,
	parameters: { resume: 'timeInterval', amount: stepSeconds, unit: 'seconds' },
};

/** Starts both; what Smile delivers to n8n's public address arrives at the balancer. */
export async function startQueueWorld(): Promise<QueueWorld> {
	const smile = await startSmile({ rateLimit: false });
	const { port, pathname } = new URL(smile.baseUrl);
	const gate = await startBalancer([Number(port)]);
	const end = async () => {
		await gate.close();
		await smile.close();
	};
	try {
		const cluster = await startCluster();
		const rest = await connectRest(cluster.main);
		await noteEvents(cluster.postgres);
		const credentialData: IDataObject = {
			environment: 'custom',
			baseUrl: gate.origin + pathname,
			apiKey: smile.apiKey,
			apiSecret: smile.apiSecret,
			webhookSecret,
		};
		const credential = await rest.createCredential({
			name: 'Simulated Smile',
			type: 'getSmileApi',
			data: credentialData,
		});
		const published: Workflow[] = [];
		smile.mapHost(cluster.publicUrl, cluster.balancer.origin);
		return {
			smile,
			gate,
			cluster,
			rest,
			credential,
			credentialData,
			async publish(name) {
				const parameters = { events: ['ALL_EVENTS'] };
				const { nodes, ...others } = triggerWorkflow({ name, parameters, credential });
				const slowed = nodes.map((node) =>
					node.name === afterNode ? { ...node, ...slowStep } : node,
				);
				const workflow = await rest.createWorkflow({ ...others, nodes: slowed });
				published.push(workflow);
				await rest.activate(workflow);
				return workflow;
			},
			async tidy() {
				await cluster.otherMain.end();
				for (const workflow of published.splice(0)) await rest.deactivate(workflow);
				smile.webhooks.clear();
				smile.journal.clear();
			},
			async close() {
				await cluster.close();
				await end();
			},
		};
	} catch (error) {
		await end();
		throw error;
	}
}
