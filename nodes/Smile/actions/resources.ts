import { dataResources } from './data/operations';
import { eventOperations } from './event/operations';
import type { Resource } from './operation';
import { webhookOperations } from './webhook/operations';

/** Every resource of the action node by its stable value; router, fields and documents derive from it. */
export const resources: Readonly<Record<string, Resource>> = {
	...dataResources,
	event: { name: 'Event', operations: eventOperations, presetOperation: 'getData' },
	webhook: { name: 'Webhook', operations: webhookOperations, presetOperation: 'getAll' },
};
