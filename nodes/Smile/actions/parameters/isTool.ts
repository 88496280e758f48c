import type { IExecuteFunctions } from 'n8n-workflow';

/** n8n gives a node that an agent may call a type of its own. */
export function isTool(context: IExecuteFunctions): boolean {
	return context.getNode().type.endsWith('Tool');
}
