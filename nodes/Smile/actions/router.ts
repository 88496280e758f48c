import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { isCancelled } from '../api/cancel';
import { clientOf, type SmileClient } from '../api/client';
import { smileError } from '../api/errors';
import { CUSTOM_API_CALL } from './customApiCall';
import { doneBefore } from './doneBefore';
import { showHints } from './hints';
import { nodeError, tell } from './nodeError';
import { WithFiles, type Found, type Operation, type OrThrow } from './operation';
import { chosenFields } from './parameters/resultFields';
import { resources } from './resources';

/**
 * Runs the chosen operation for each input item. With "continue on fail" an error becomes the item's last
 * result, after those that were read before it; a cancelled run ends all the same.
 */
export async function runItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const results: INodeExecutionData[] = [];
	let writes = false;
	for (let item = 0; item < context.getInputData().length; item += 1) {
		try {
			const operation = chosenOperation(context, item);
			writes = operation.writes === true;
			const smile = await clientOf(context, item);
			const shown = chosenFields(context, item, writes);
			const run = operation.run(context, item, throwingFor(context, smile, item), smile);
			for await (const found of batchesOf(run)) {
				for (const one of found) results.push({ ...asItem(one, shown), pairedItem: { item } });
			}
		} catch (error) {
			const failure = nodeError(context.getNode(), error);
			failure.context.itemIndex ??= item;
			if (!context.continueOnFail() || isCancelled(context)) {
				// n8n shows no output of a node that failed.
				if (writes) tell(failure, doneBefore(results));
				throw failure;
			}
			context.logger.debug('A Smile operation failed and its workflow continues');
			results.push({ json: failedJson(failure), error: failure, pairedItem: { item } });
		}
	}
	showHints(context);
	return [results];
}

async function* batchesOf(
	run: ReturnType<Operation['run']>,
): AsyncGenerator<Found[], void, undefined> {
	if (Symbol.asyncIterator in run) yield* run;
	else yield await run;
}

function asItem(
	found: Found,
	shown: (json: IDataObject) => IDataObject,
): Pick<INodeExecutionData, 'json' | 'binary'> {
	if (!(found instanceof WithFiles)) return { json: shown(found) };
	return { json: shown(found.json), binary: found.binary };
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

function throwingFor(
	context: IExecuteFunctions,
	{ node, credential }: SmileClient,
	itemIndex: number,
): OrThrow {
	return (result, doing) => {
		if (result.ok) return result.value;
		const resource = context.getNodeParameter('resource', itemIndex, 'webhook') as string;
		const { isByInvitation } = resources[resource];
		throw smileError(result.failure, { node, credential, doing, itemIndex, isByInvitation });
	};
}

function failedJson({ message, description, context }: ReturnType<typeof nodeError>): IDataObject {
	return {
		error: message,
		description: description ?? undefined,
		...(context.mayHaveHappened === true ? { mayHaveHappened: true } : {}),
	};
}
