import type { INodeProperties } from 'n8n-workflow';

import { propertiesOf, type Operation } from './operation';
import { webhookOperations } from './webhook/operations';

/** The action node's fields: resource, operation, then each operation's own. */
export const actionProperties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [{ name: 'Webhook', value: 'webhook' }],
		default: 'webhook',
	},
	operationList('webhook', webhookOperations, 'getAll'),
	...webhookOperations.flatMap((operation) => propertiesOf('webhook', operation)),
];

function operationList(
	resource: string,
	operations: readonly Operation[],
	preset: string,
): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: operations.map(({ option }) => option),
		default: preset,
	};
}
