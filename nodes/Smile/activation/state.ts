import type { IHookFunctions } from 'n8n-workflow';

/** What a trigger remembers at n8n about its webhook. Never the secret, only a slow hash of it. */
export interface KeptState {
	webhookId?: string;
	webhookUrl?: string;
	secretHash?: string;
}

/** The node's state; empty in a test run, and after n8n failed to store it. */
export function readState(context: IHookFunctions): KeptState {
	const { webhookId, webhookUrl, secretHash } = context.getWorkflowStaticData('node');
	return {
		webhookId: typeof webhookId === 'string' ? webhookId : undefined,
		webhookUrl: typeof webhookUrl === 'string' ? webhookUrl : undefined,
		secretHash: typeof secretHash === 'string' ? secretHash : undefined,
	};
}

/**
 * Replaces the node's state. Done on activation only: n8n keeps one blob for each workflow and the last
 * writer wins, so a delivery's write could bring back an older state.
 */
export function writeState(context: IHookFunctions, state: KeptState): void {
	const data = context.getWorkflowStaticData('node');
	for (const key of ['webhookId', 'webhookUrl', 'secretHash'] as const) {
		if (state[key] === undefined) delete data[key];
		else if (data[key] !== state[key]) data[key] = state[key];
	}
}
