import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { byLabel } from '../shared/byLabel';
import { propertiesOf, type Resource } from './operation';
import { resources } from './resources';

/** The resource that most workflows are about. */
const FIRST = 'event';

/** The action node's fields: resource, operation, then each operation's own. */
export const actionProperties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: inOrder(
			Object.entries(resources).map(([value, { name, description }]) => ({
				name,
				value,
				description,
			})),
		),
		default: 'webhook',
	},
	...Object.entries(resources).map(([value, resource]) => operationList(value, resource)),
	...Object.entries(resources).flatMap(([value, { operations }]) =>
		operations.flatMap((operation) => propertiesOf(value, operation)),
	),
];

/** By name, but for the first. */
function inOrder(list: INodePropertyOptions[]): INodePropertyOptions[] {
	return list.sort(
		(one, other) =>
			Number(other.value === FIRST) - Number(one.value === FIRST) || byLabel(one.name, other.name),
	);
}

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
