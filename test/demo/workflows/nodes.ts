import { randomUUID } from 'node:crypto';
import type { IDataObject, INode } from 'n8n-workflow';
import type { Credential } from '../../support/n8n/types';

/** A node of the demo's workflows, as n8n stores it. */
export function node(
	name: string,
	type: string,
	typeVersion: number,
	position: [number, number],
	parameters: object,
): INode {
	const fields = { id: randomUUID(), name, type, typeVersion, position };
	return { ...fields, parameters: parameters as INode['parameters'] };
}

export function withCredential(made: INode, { id, name, type }: Credential): INode {
	return { ...made, credentials: { [type]: { id, name } } };
}

export function note(content: string, position: [number, number], width: number, height: number) {
	return node('Note', 'n8n-nodes-base.stickyNote', 1, position, { content, width, height });
}

/** Edit Fields: the fields with their expressions, in this order. */
export function set(
	name: string,
	position: [number, number],
	fields: Array<[name: string, type: 'string' | 'number', value: string]>,
	{ includeOtherFields = false } = {},
): INode {
	const assignments = fields.map(([field, type, value]) => ({
		id: randomUUID(),
		name: field,
		type,
		value,
	}));
	const parameters = { assignments: { assignments }, includeOtherFields, options: {} };
	return node(name, 'n8n-nodes-base.set', 3.4, position, parameters);
}

/** One condition, as the nodes If, Switch and Filter have it. */
export function conditions(leftValue: string, operator: object, rightValue = ''): object {
	const condition = { id: randomUUID(), leftValue, rightValue, operator };
	const options = { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 };
	return { options, conditions: [condition], combinator: 'and' };
}

/** Connections of nodes that follow one another. */
export function chain(...names: string[]): IDataObject {
	const links = names.slice(0, -1).map((name, index) => [name, fork([[names[index + 1]]])]);
	return Object.fromEntries(links) as IDataObject;
}

/** Where the outputs of a node lead. */
export function fork(outputs: string[][]): IDataObject {
	const main = outputs.map((names) =>
		names.map((name) => ({ node: name, type: 'main', index: 0 })),
	);
	return { main };
}
