import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';
import type { Credential } from '../../support/n8n/types';
import { triggerNode } from '../../support/n8n/workflows';
import { TRIGGER_VERSIONS } from '../../support/outputPreviews';
import { node, withCredential } from './nodes';

/** A Smile Trigger with the output Simplified, as the editor adds it today. */
export function smileTrigger(
	credential: Credential,
	events: string[],
	position: [number, number],
	options: object = {},
): INode {
	const parameters = { events, options: { output: 'simplified', ...options } };
	const version = Math.max(...TRIGGER_VERSIONS);
	const made = node(triggerNode, 'n8n-nodes-smile.smileTrigger', version, position, parameters);
	return { ...withCredential(made, credential), webhookId: randomUUID() };
}
