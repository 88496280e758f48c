import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { isJsonObject } from '../../shared/jsonObject';
import { isAdded } from '../../shared/textList';

/** A property of the node: its name, and what the editor calls it. */
export interface Named {
	name: string;
	displayName: string;
}

/** What a field of one item holds, whatever that is. The readers beside this file make values of it. */
export interface Field {
	value: unknown;
	/** Whether it was added, or is always there. One whose expression gave nothing is set, and holds nothing. */
	isSet: boolean;
	/** An error that names the field; `todo` without its full stop, as in "Enter true or false". */
	error(problem: string, todo: string): NodeOperationError;
}

/** A collection of optional fields of one item, such as Options or Filters. */
export interface Collection {
	/** Whether nothing was added to it. */
	isEmpty: boolean;
	field(named: Named): Field;
}

/** What n8n gives for a field that the item does not have; undefined may be what an expression gave. */
const ABSENT = Symbol('absent');

/** A field that stands by itself. */
export function fieldOf(context: IExecuteFunctions, itemIndex: number, named: Named): Field {
	const value: unknown = context.getNodeParameter(named.name, itemIndex, ABSENT);
	const isSet = value !== ABSENT;
	return {
		value: isSet ? value : undefined,
		isSet,
		error: (problem, todo) => fieldError(context, itemIndex, named, problem, `${todo}.`),
	};
}

/** The fields that were added below one name. */
export function collectionOf(
	context: IExecuteFunctions,
	itemIndex: number,
	named: Named,
): Collection {
	const { value, isSet, error } = fieldOf(context, itemIndex, named);
	if (isSet && !isJsonObject(value)) {
		throw error('does not hold fields', 'Remove its expression and add the fields one by one');
	}
	const added = isSet && isJsonObject(value) ? value : {};
	return {
		isEmpty: Object.keys(added).length === 0,
		field: (inner) => {
			const isThere = isAdded(added, inner.name);
			return {
				value: isThere ? added[inner.name] : undefined,
				isSet: isThere,
				error: (problem, todo) =>
					fieldError(
						context,
						itemIndex,
						inner,
						problem,
						`${todo}${isThere ? ', or remove it' : ''}.`,
					),
			};
		},
	};
}

/** The collection Options. */
export function optionsOf(context: IExecuteFunctions, itemIndex: number): Collection {
	return collectionOf(context, itemIndex, { name: 'options', displayName: 'Options' });
}

function fieldError(
	context: IExecuteFunctions,
	itemIndex: number,
	{ displayName }: Named,
	problem: string,
	description: string,
): NodeOperationError {
	return new NodeOperationError(context.getNode(), `The field ${displayName} ${problem}`, {
		itemIndex,
		description,
	});
}
