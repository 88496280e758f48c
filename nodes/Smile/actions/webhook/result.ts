import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { SmileWebhook } from '../../api/schemas';

/** A webhook as the result of an operation: without its secret, unless the item's options ask for it. */
export function webhookResult(
	context: IExecuteFunctions,
	itemIndex: number,
	{ secret, ...hook }: SmileWebhook,
): IDataObject {
	const { includeSecret } = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const result = hook as IDataObject;
	return includeSecret ? { ...result, secret: secret ?? null } : result;
}
