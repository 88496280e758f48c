import type { IHookFunctions } from 'n8n-workflow';

import type { Trigger } from './trigger';

/** What a trigger remembers at n8n about its webhook. Never the secret, only a slow hash of it. */
export interface KeptState {
	webhookId?: string;
	webhookUrl?: string;
	/** n8n copies static data with a workflow: into another database, by export and import, through its API. */
	workflowId?: string;
	/** The environment of Smile that has the webhook. */
	environment?: string;
	secretHash?: string;
}

const KEYS = ['webhookId', 'webhookUrl', 'workflowId', 'environment', 'secretHash'] as const;

/** The node's state; empty when a test run begins, and after n8n failed to store it. */
export function readState(context: IHookFunctions): KeptState {
	const data = context.getWorkflowStaticData('node');
	const texts = KEYS.map((key) => [key, data[key]]).filter(
		([, value]) => typeof value === 'string',
	);
	return Object.fromEntries(texts) as KeptState;
}

/**
 * Replaces the node's state. Done on activation only: n8n keeps one blob for each workflow and the last
 * writer wins, so a delivery's write could bring back an older state.
 */
export function writeState(context: IHookFunctions, state: KeptState): void {
	const data = context.getWorkflowStaticData('node');
	for (const key of KEYS) {
		// Even what changes nothing would have n8n store all of it anew.
		if (data[key] === state[key]) continue;
		if (state[key] === undefined) delete data[key];
		else data[key] = state[key];
	}
}

/** Whether the state was written for this workflow; that of a copy was written for another one. */
export function isOfWorkflow(state: KeptState, { workflowId }: Trigger): boolean {
	return workflowId !== '' && state.workflowId === workflowId;
}

/** Whether the state says that the present address is this workflow's. */
export function ownsAddress(state: KeptState, trigger: Trigger): boolean {
	return isOfWorkflow(state, trigger) && state.webhookUrl === trigger.address;
}
