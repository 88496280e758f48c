import type { N8nRest } from '../support/n8n/rest';
import type { Workflow } from '../support/n8n/types';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { Executions, type ResultField } from './deliveries/executions';
import type { Stage } from './stage';

/** A workflow of the demo, published. */
export interface Played {
	workflow: Workflow;
	/** The address that n8n has registered at Smile for its trigger. */
	url: string;
	executions: Executions;
}

/** Who takes part in the deliveries. */
export interface Players extends Stage {
	rest: N8nRest;
	/** Says in a sentence what each event tells. */
	events: Played;
	/** Takes a person from the application to the decision. */
	journey: Played;
}

/** Publishes a workflow and finds what n8n has registered for it. */
export async function publish(
	{ rest, smile }: { rest: N8nRest; smile: SimulatedSmile },
	workflow: Workflow,
	result: ResultField,
): Promise<Played> {
	await rest.activate(workflow);
	const paths = workflow.nodes.flatMap(({ webhookId }) => webhookId ?? []);
	const webhook = smile.webhooks.all.find(({ url }) => paths.some((path) => url.includes(path)));
	if (!webhook) throw new Error(`n8n has registered no webhook for ${workflow.name}`);
	return { workflow, url: webhook.url, executions: new Executions(rest, workflow.id, result) };
}

/** The player whose trigger an address belongs to; undefined for workflows that somebody has built. */
export function playedAt({ events, journey }: Players, url: string): Played | undefined {
	return [events, journey].find((one) => one.url === url);
}
