import type {
	IBinaryKeyData,
	IDataObject,
	IDisplayOptions,
	IExecuteFunctions,
	INodeProperties,
	IParameterBuilderHint,
} from 'n8n-workflow';

import type { SmileClient } from '../api/client';
import type { OrThrow } from '../api/errors';
import { withResultFields } from './parameters/resultFields';

/** A result that has files beside its fields. */
export class WithFiles {
	constructor(
		readonly json: IDataObject,
		readonly binary: IBinaryKeyData,
	) {}
}

/** One result of an operation. */
export type Found = IDataObject | WithFiles;

/** One operation of the action node: its entry in the list, its fields and what it does. */
export interface Operation {
	/** Entry in the Operation list. */
	option: {
		name: string;
		value: string;
		action: string;
		description: string;
		displayOptions?: IDisplayOptions;
		/** What only assistants are told. */
		builderHint?: IParameterBuilderHint;
	};
	/** Fields without `displayOptions`: the operation shows them by being chosen. */
	properties: INodeProperties[];
	/**
	 * Whether it does nothing but read what Smile holds: then items are run side by side. Anything else, such as what
	 * sends or changes something, is run for one item after the other.
	 */
	reads?: boolean;
	/** Whether it changes something at Smile. Errors of later items then name what was done before them. */
	writes?: boolean;
	/** What an item has in common with others that lead to the same results; these come once, with the first. */
	sameAs?(context: IExecuteFunctions, itemIndex: number): string | undefined;
	/**
	 * Handles one input item and returns the results it leads to. An operation that reads page after page
	 * yields each page's results: those count even when a later page fails and the workflow continues.
	 */
	run(
		context: IExecuteFunctions,
		itemIndex: number,
		orThrow: OrThrow,
		smile: SmileClient,
	): Promise<Found[]> | AsyncIterable<Found[]>;
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
	return withResultFields(properties).map((property) => ({
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
