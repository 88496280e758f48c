import { randomUUID } from 'node:crypto';
import type { N8nRest } from '../../support/n8n/rest';
import type { Credential, WorkflowInput } from '../../support/n8n/types';
import type { SimulatedSmile } from '../../support/smile/simulatedSmile';
import { refusingWorkflow, verifyingWorkflow } from './builtWorkflows';
import type { FakeGithub } from './fakeGithub';
import { githubSigner, smileSigner } from './signers';
import type { Target, TargetId } from './target';
import { bareWorkflow, githubWorkflow, smileWorkflow, webhookWorkflow } from './triggerWorkflows';

const secret = 'dummy-webhook-secret';

export interface Surroundings {
	/** Where n8n answers. */
	origin: string;
	rest: N8nRest;
	smile: SimulatedSmile;
	github: FakeGithub;
}

type Plan = Omit<Target, 'id' | 'url'> & { workflow: WorkflowInput; path: string };

/** Stores and publishes one workflow for each target. */
export async function publishTargets(around: Surroundings, ids: TargetId[]): Promise<Target[]> {
	const plans = await planTargets(around);
	const targets: Target[] = [];
	for (const id of ids) {
		const { workflow, path, sign, answers } = plans[id];
		await around.rest.activate(await around.rest.createWorkflow(workflow));
		targets.push({ id, url: `${around.origin}/webhook/${path}`, sign, answers });
	}
	return targets;
}

async function planTargets({ rest, smile, github }: Surroundings): Promise<Record<TargetId, Plan>> {
	const credentials = await createCredentials(rest, smile, github);
	const sign = smileSigner(secret);
	const refuses = { accepted: 200, forged: 401 };
	const plan = (
		workflow: (id: string) => WorkflowInput,
		answers: Target['answers'],
		suffix = '',
	): Plan => {
		const id = randomUUID();
		return { workflow: workflow(id), path: id + suffix, sign, answers };
	};
	return {
		webhook: plan(webhookWorkflow, { accepted: 200 }),
		bare: plan((id) => bareWorkflow(id, credentials.smile), { accepted: 200 }, '/webhook'),
		smile: plan((id) => smileWorkflow(id, credentials.smile), refuses, '/webhook'),
		github: {
			...plan((id) => githubWorkflow(id, credentials.github), refuses, '/webhook'),
			// The trigger makes its secret when it is published, so it is asked for with each delivery.
			sign: (body, kind) => githubSigner(github.secret())(body, kind),
		},
		workflow: plan((id) => verifyingWorkflow(id, credentials.crypto), {
			accepted: 200,
			forged: 200,
		}),
		refusing: plan((id) => refusingWorkflow(id, credentials.crypto), refuses),
	};
}

async function createCredentials(
	rest: N8nRest,
	smile: SimulatedSmile,
	github: FakeGithub,
): Promise<Record<'smile' | 'github' | 'crypto', Credential>> {
	const { baseUrl, apiKey, apiSecret } = smile;
	return {
		smile: await rest.createCredential({
			name: 'Simulated Smile',
			type: 'getSmileApi',
			data: { environment: 'custom', baseUrl, apiKey, apiSecret, webhookSecret: secret },
		}),
		github: await rest.createCredential({
			name: 'Fake GitHub',
			type: 'githubApi',
			data: { server: github.origin, user: 'acme', accessToken: 'dummy-token' },
		}),
		crypto: await rest.createCredential({
			name: 'Secret of the webhook',
			type: 'crypto',
			data: { hmacSecret: secret },
		}),
	};
}
