import { eventOperations } from './event/operations';
import type { Resource } from './operation';
import type { SmileResource } from './resource';
import { smileResources } from './smileResources';
import { webhookOperations } from './webhook/operations';

/** Every resource of the action node by its stable value; router, fields and documents derive from it. */
export const resources: Readonly<Record<string, Resource>> = {
	...Object.fromEntries(
		Object.entries<SmileResource>(smileResources).map(([value, resource]) => [
			value,
			resourceOf(value, resource),
		]),
	),
	event: {
		name: 'Event',
		description: 'What Smile reports: read the data behind an event, find missed ones, test',
		operations: eventOperations,
		presetOperation: 'getData',
	},
	webhook: {
		name: 'Webhook',
		description: 'Addresses that Smile delivers events to',
		operations: webhookOperations,
		presetOperation: 'getAll',
	},
};

function resourceOf(value: string, resource: SmileResource): Resource {
	const operations = resource.operations
		.map((verb) => verb(value, resource))
		.sort((one, other) => one.option.name.localeCompare(other.option.name));
	const { name, description } = resource;
	const preset = operations.find(({ option }) => option.value === 'getAll') ?? operations[0];
	return { name, description, operations, presetOperation: preset.option.value };
}
