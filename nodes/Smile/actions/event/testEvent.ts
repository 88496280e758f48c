import { randomUUID } from 'node:crypto';

import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';

import type { SmileWebhook } from '../../api/schemas';
import { isKnownType } from '../../events/event';
import { sampleEvent } from '../../events/sample';
import { isJsonObject, type JsonObject } from '../../shared/jsonObject';

/** Types whose payload goes only to webhooks that asked for it (OpenAPI 1.14.0, includePayload). */
const optionalPayload = new Set(['TASK_FINISHED', 'ACCOUNT_SYNC_TASK_FINISHED']);

/** The test event of the chosen type, made now, with what the options change. */
export function testEvent(
	context: IExecuteFunctions,
	itemIndex: number,
	webhook: SmileWebhook | undefined,
): { id: string; type: string } & JsonObject {
	const type = String(context.getNodeParameter('eventType', itemIndex));
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	if (!isKnownType(type)) {
		throw new NodeOperationError(context.getNode(), `There is no sample of the event ${type}`, {
			itemIndex,
			description: 'Choose one from the list in the field Event Type.',
		});
	}
	const sample = sampleEvent(type) as unknown as JsonObject;
	const data: JsonObject = {
		...(sample.data as JsonObject),
		...changesIn(context, itemIndex, options.data),
	};
	if (webhook && optionalPayload.has(type) && !webhook.includePayload) delete data.payload;
	return {
		...sample,
		id: String(options.eventId || `et-${randomUUID().replace(/-/g, '')}`),
		type,
		createdAt: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
		data,
	};
}

function changesIn(context: IExecuteFunctions, itemIndex: number, value: unknown): JsonObject {
	let changes: unknown = value || {};
	try {
		if (typeof changes === 'string') changes = JSON.parse(changes);
	} catch {
		changes = undefined;
	}
	if (isJsonObject(changes)) return changes;
	throw new NodeOperationError(context.getNode(), 'Data is not a JSON object', {
		itemIndex,
		description: 'Enter fields of the event such as {"count": 2}, or remove the option Data.',
	});
}
