import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

/** The id in the field Webhook. Throws when none was picked, before Smile is asked for an empty id. */
export function chosenId(context: IExecuteFunctions, itemIndex: number): string {
	const value = context.getNodeParameter('webhookId', itemIndex, '', { extractValue: true });
	const id = String(value ?? '').trim();
	if (id === '') {
		throw new NodeOperationError(context.getNode(), 'No webhook is selected', {
			itemIndex,
			description: 'Pick one from the list in the field Webhook, or enter its ID.',
		});
	}
	return id;
}
