import { isJsonObject, type JsonObject } from '../shared/jsonObject';

type Value = JsonObject[string];

/** Whose a task or record is, by its metadata and in the fields that events have for it. */
export function originOf({
	metadata,
}: JsonObject): Record<'userId' | 'sourceId' | 'sourceType' | 'providers', Value> {
	const { userId, sourceId, sourceType, providerId } = isJsonObject(metadata) ? metadata : {};
	return { userId, sourceId, sourceType, providers: providersOf(providerId) };
}

/** Events have a list of providers where anything else at Smile has one or none. */
export function providersOf(providerId: Value): Value {
	return providerId ? [providerId] : [];
}
