import { CUSTOM_API_CALL } from './customApiCall';
import { resources } from './resources';

const all = Object.entries(resources);
const resourceNames = Object.fromEntries(all.map(([value, { name }]) => [value, name]));
// An operation has the same name under every resource.
const operationNames = Object.fromEntries(
	all.flatMap(([, { operations }]) => operations.map(({ option }) => [option.value, option.name])),
);

const wordsFor = (parameter: string, names: Record<string, string>) =>
	`(${JSON.stringify({ ...names, [CUSTOM_API_CALL]: 'Custom API Call' })}[$parameter.${parameter}] ?? $parameter.${parameter})`;

/** What stands below the node on the canvas, as an expression of n8n: "Get Data: Event". */
export const actionSubtitle = `={{ ${wordsFor('operation', operationNames)} + ": " + ${wordsFor('resource', resourceNames)} }}`;
