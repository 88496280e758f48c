import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { SmileClient } from '../api/client';
import type { Result } from '../api/result';

/** Unpacks a result, or throws an error that names the item and what could not be done. */
export type OrThrow = <Value>(result: Result<Value>, doing: string) => Value;

/** One operation of the action node: its entry in the list, its fields and what it does. */
export interface Operation {
	/** Entry in the Operation list. */
	option: { name: string; value: string; action: string; description: string };
	/** Fields without `displayOptions`: the operation shows them by being chosen. */
	properties: INodeProperties[];
	/** Whether it changes something at Smile. Errors of later items then name what was done before them. */
	writes?: boolean;
	/**
	 * Handles one input item and returns the results it leads to. An operation that reads page after page
	 * yields each page's results: those count even when a later page fails and the workflow continues.
	 */
	run(
		context: IExecuteFunctions,
		itemIndex: number,
		orThrow: OrThrow,
		smile: SmileClient,
	): Promise<IDataObject[]> | AsyncIterable<IDataObject[]>;
}

/** One entry of the Resource list with everything that can be done with it. */
export interface Resource {
	/** As shown in the list. */
	name: string;
	/** What it is; assistants take it for what its operations do without it. */
	description: string;
	operations: readonly Operation[];
	/** Value of the operation that is chosen when the resource is. */
	presetOperation: string;
}

/** Shows an operation's fields only for its resource and operation. */
export function propertiesOf(
	resource: string,
	{ option, properties }: Operation,
): INodeProperties[] {
	return properties.map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: {
				...property.displayOptions?.show,
				resource: [resource],
				operation: [option.value],
			},
		},
	}));
}
