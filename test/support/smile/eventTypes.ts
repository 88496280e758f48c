import { catalogue } from '../../../nodes/Smile/events/catalogue';

/** Subscribes a webhook to every event; no delivery ever carries it as its type. */
export const allEvents = 'ALL_EVENTS';

/** What `eventTypes` of a webhook may hold. */
export function subscribableTypes(extraEventTypes: readonly string[] = []): ReadonlySet<string> {
	return new Set([allEvents, ...Object.keys(catalogue), ...extraEventTypes]);
}
