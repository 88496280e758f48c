import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isCancelled } from '../api/cancel';
import { clientOf, clientUntil } from '../api/client';
import { throwingAt } from '../api/errors';
import type { Slots } from '../shared/slots';
import { nodeError } from './nodeError';
import { WithFiles, type Found, type Operation } from './operation';
import { chosenFields } from './parameters/resultFields';

/** What became of one item. */
export interface Outcome {
	/** In their order. Of an item that failed those read before, then the error where its workflow continues. */
	results: INodeExecutionData[];
	/** Why the item failed. */
	failure?: ReturnType<typeof nodeError>;
	/** Whether its failure ends the whole run. */
	isEnd?: boolean;
}

export interface Run {
	context: IExecuteFunctions;
	/** Fires when nobody wants the item's results any more. */
	signal: AbortSignal;
	/** For what the operation may read side by side. */
	slots: Slots;
}

/** Runs an operation for one item. Never throws. */
export async function runOne(
	{ context, signal, slots }: Run,
	item: number,
	operation: Operation,
): Promise<Outcome> {
	const results: INodeExecutionData[] = [];
	try {
		const client = { ...(await clientOf(context, item)), slots };
		const smile = operation.reads ? clientUntil(client, signal) : client;
		const shown = chosenFields(context, item, operation.writes === true);
		const { node, credential } = smile;
		const orThrow = throwingAt(() => ({ node, credential, itemIndex: item }));
		const run = operation.run(context, item, orThrow, smile);
		for await (const found of batchesOf(run)) {
			for (const one of found) results.push({ ...asItem(one, shown), pairedItem: { item } });
		}
		return { results };
	} catch (error) {
		return failed(context, item, error, results);
	}
}

/** What becomes of an item that failed, after what was read of it before. */
export function failed(
	context: IExecuteFunctions,
	item: number,
	error: unknown,
	results: INodeExecutionData[] = [],
): Outcome {
	const failure = nodeError(context.getNode(), error);
	failure.context.itemIndex ??= item;
	if (!context.continueOnFail() || isCancelled(context)) return { results, failure, isEnd: true };
	context.logger.debug('A Smile operation failed and its workflow continues');
	// n8n keeps nothing but the message of an item with an error, and needs one to give it to its error output.
	const isRouted = context.getNode().onError === 'continueErrorOutput';
	if (isRouted && isUnsure(failure)) tellInMessage(failure);
	const json = failedJson(failure);
	const last = { json, ...(isRouted && { error: failure }), pairedItem: { item } };
	return { results: [...results, last], failure };
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

function failedJson(failure: ReturnType<typeof nodeError>): IDataObject {
	return {
		error: failure.message,
		description: failure.description ?? undefined,
		...(isUnsure(failure) ? { mayHaveHappened: true } : {}),
	};
}

/** Whether Smile may have done what was asked. */
function isUnsure({ context }: ReturnType<typeof nodeError>): boolean {
	return context.mayHaveHappened === true;
}

/** Whoever repeats what comes out of the error output would do it twice. */
function tellInMessage(failure: ReturnType<typeof nodeError>): void {
	if (failure.message.includes('Smile may have done')) return;
	const said = failure.message.replace(/[.\s]*$/, '');
	failure.message = `${said}. Smile may have done it all the same: look before you repeat it.`;
}
