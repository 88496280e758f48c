import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { SmileClient } from '../../api/client';
import type { OrThrow } from '../../api/errors';
import type { SmileWebhook } from '../../api/schemas';
import { ALL_EVENTS } from '../../events/allEvents';
import { isKnownType, type SmileEventType } from '../../events/event';
import { eventOptions } from '../../events/options';
import { typesWithOptionalPayload } from '../../events/payloadTypes';
import { sampleEvent } from '../../events/sample';
import { isJsonObject, type JsonObject } from '../../shared/jsonObject';
import { parsedJson } from '../../shared/parsedJson';
import { testEnvelope } from '../../shared/testEnvelope';
import { fieldOf, optionsOf, type Field } from '../parameters/field';
import { readText } from '../parameters/text';
import { withSubject } from './testSubject';

export const eventTypeField: INodeProperties = {
	displayName: 'Event Type',
	name: 'eventType',
	type: 'options',
	options: eventOptions.filter(({ value }) => value !== ALL_EVENTS),
	required: true,
	default: 'INCOMES_ADDED',
	description:
		'The kind of event to send; people and IDs in it are made up, unless an option names real ones',
};

export const dataField: INodeProperties = {
	displayName: 'Data',
	name: 'data',
	type: 'json',
	default: '{}',
	placeholder: 'e.g. {"count": 2}',
	description: 'Fields of data that replace those of the sample',
};

export const eventIdField: INodeProperties = {
	displayName: 'Event ID',
	name: 'eventId',
	type: 'string',
	default: '',
	placeholder: 'e.g. et-test-1',
	description:
		'The ID of the event; empty for a new one each time, which begins with et-test-. The same one twice tests how duplicates are ignored.',
};

/** The test event of the chosen type, made now, with what the options change. */
export async function testEvent(
	context: IExecuteFunctions,
	itemIndex: number,
	orThrow: OrThrow,
	smile: SmileClient,
	webhook: SmileWebhook | undefined,
): Promise<{ id: string; type: string } & JsonObject> {
	const options = optionsOf(context, itemIndex);
	const type = typeIn(fieldOf(context, itemIndex, eventTypeField));
	const sample = sampleEvent(type) as unknown as JsonObject;
	const data: JsonObject = {
		...(await withSubject({ context, itemIndex, smile, orThrow }, type, sample.data as JsonObject)),
		...changesIn(options.field(dataField)),
	};
	const isOptional = typesWithOptionalPayload.includes(type);
	if (webhook && isOptional && !webhook.includePayload) delete data.payload;
	const { id, createdAt } = testEnvelope();
	return {
		...sample,
		id: readText(options.field(eventIdField)) || id,
		type,
		createdAt,
		data,
	};
}

function typeIn(field: Field): SmileEventType {
	const type = readText(field);
	if (isKnownType(type)) return type;
	const problem = type === '' ? 'holds nothing' : `holds ${type}, of which there is no sample`;
	throw field.error(problem, 'Choose one from the list');
}

function changesIn({ value, isSet, error }: Field): JsonObject {
	if (!isSet) return {};
	const changes = typeof value === 'string' ? parsedJson(value.trim() || '{}') : value;
	if (isJsonObject(changes)) return changes;
	throw error('holds no JSON object', 'Enter fields of the event such as {"count": 2}');
}
