import type { ICredentialType, INodeType } from 'n8n-workflow';

/** Loaded when asked for, so that the harness can be used with another node alone. */
export async function smileTriggerNode(): Promise<INodeType> {
	const { SmileTrigger } = await import('../../../nodes/Smile/SmileTrigger.node');
	const { removalClock } = await import('./removalClock');
	removalClock.rule();
	return new SmileTrigger();
}

export async function smileNode(): Promise<INodeType> {
	const { Smile } = await import('../../../nodes/Smile/Smile.node');
	return new Smile();
}

export async function smileCredentialType(): Promise<ICredentialType> {
	const { GetSmileApi } = await import('../../../credentials/GetSmileApi.credentials');
	return new GetSmileApi();
}
