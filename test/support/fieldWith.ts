import { NodeOperationError } from 'n8n-workflow';
import type { Field } from '../../nodes/Smile/actions/parameters/field';

const node = {
	id: 'node-1',
	name: 'Smile',
	type: 'n8n-nodes-smile.smile',
	typeVersion: 1,
	position: [0, 0] as [number, number],
	parameters: {},
};

/** A field named Field that holds the value. */
export function fieldWith(value: unknown, isSet = true): Field {
	return {
		value,
		isSet,
		error: (problem, description) =>
			new NodeOperationError(node, `The field Field ${problem}`, { description }),
	};
}

/** A field that nobody added. */
export const fieldNotAdded = fieldWith(undefined, false);
