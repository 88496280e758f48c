import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { SmileWebhook } from '../../api/schemas';
import { isTool } from '../parameters/isTool';
import { optionsOf } from '../parameters/field';
import { readFlag } from '../parameters/flag';
import { includeSecret } from './fields';

/** A webhook as the result of an operation. */
export type WebhookForm = (webhook: SmileWebhook) => IDataObject;

/**
 * How webhooks leave the node for this item: without their secrets, unless the item's options ask for them. An
 * agent never gets them, whatever its parameters hold: a model would send them on.
 */
export function webhookForm(context: IExecuteFunctions, itemIndex: number): WebhookForm {
	const { field } = optionsOf(context, itemIndex);
	const isShown = readFlag(field(includeSecret), false) && !isTool(context);
	return ({ secret, ...hook }) => {
		const result = hook as IDataObject;
		return isShown ? { ...result, secret: secret ?? null } : result;
	};
}
