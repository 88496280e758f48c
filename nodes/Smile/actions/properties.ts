import type { INodeProperties } from 'n8n-workflow';

import { propertiesOf, type Resource } from './operation';
import { resources } from './resources';

/** The action node's fields: resource, operation, then each operation's own. */
export const actionProperties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: Object.entries(resources)
			.map(([value, { name, description }]) => ({ name, value, description }))
			.sort((one, other) => one.name.localeCompare(other.name)),
		default: 'webhook',
	},
	...Object.entries(resources).map(([value, resource]) => operationList(value, resource)),
	...Object.entries(resources).flatMap(([value, { operations }]) =>
		operations.flatMap((operation) => propertiesOf(value, operation)),
	),
];

function operationList(
	resource: string,
	{ operations, presetOperation }: Resource,
): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: operations.map(({ option }) => option),
		default: presetOperation,
	};
}
