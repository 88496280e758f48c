import { catalogue, type EventEntry } from './catalogue';

const entries: Array<[string, EventEntry]> = Object.entries(catalogue);
const typesWith = (isMeant: (entry: EventEntry) => boolean): string[] =>
	entries.filter(([, entry]) => isMeant(entry)).map(([type]) => type);

/** Types whose payload goes only to webhooks that asked for it (OpenAPI 1.14.0, includePayload). */
export const typesWithOptionalPayload = typesWith(({ payload }) => payload === 'datapoints');

/** Types that carry their payload whatever a webhook asked for. */
export const typesWithPayload = typesWith(
	({ payload }) => payload !== undefined && payload !== 'datapoints',
);
