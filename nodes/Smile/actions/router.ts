import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import { CUSTOM_API_CALL } from './customApiCall';
import { showHints } from './hints';
import { ItemRuns } from './itemRuns';
import type { Operation } from './operation';
import { resources } from './resources';

/**
 * Runs the chosen operation for each input item. With "continue on fail" an error becomes the item's last
 * result, after those that were read before it; a cancelled run ends all the same.
 */
export async function runItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const runs = new ItemRuns(context);
	const { length } = context.getInputData();
	for (let item = 0; item < length && !runs.hasFailed; item += 1) {
		await runs.begin(item, () => chosenOperation(context, item));
	}
	const results = await runs.results();
	showHints(context);
	return [results];
}

function chosenOperation(context: IExecuteFunctions, itemIndex: number): Operation {
	const resource = context.getNodeParameter('resource', itemIndex, 'webhook') as string;
	const value = context.getNodeParameter('operation', itemIndex, '') as string;
	if (resource === CUSTOM_API_CALL || value === CUSTOM_API_CALL) {
		throw new NodeOperationError(context.getNode(), 'Custom API Call is not done by this node', {
			itemIndex,
			description:
				'Use the node HTTP Request instead: under Authentication choose Predefined Credential Type, then Smile API. Or choose another Resource and Operation here.',
		});
	}
	const operation = resources[resource]?.operations.find(({ option }) => option.value === value);
	if (!operation) {
		throw new NodeOperationError(
			context.getNode(),
			`The operation "${value}" of the resource "${resource}" does not exist`,
			{ itemIndex, description: 'Choose Resource and Operation from the lists.' },
		);
	}
	return operation;
}
