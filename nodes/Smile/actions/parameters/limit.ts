import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { fieldOf, type Field } from './field';
import { readFlag } from './flag';
import { isEmpty } from './nothing';

const returnAll = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
} as const satisfies INodeProperties;

/** The field Limit, also as an option of operations that have no Return All. */
export const limitProperty = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
} as const satisfies INodeProperties;

/** Return All and Limit, as every operation that reads many has them. */
export const limitProperties: INodeProperties[] = [
	returnAll,
	{ ...limitProperty, displayOptions: { show: { returnAll: [false] } } },
];

/** How many results an item may give at most; undefined for all of them. */
export function readLimit(context: IExecuteFunctions, itemIndex: number): number | undefined {
	const isWhole = readFlag(fieldOf(context, itemIndex, returnAll), returnAll.default);
	if (isWhole) return undefined;
	return readCount(fieldOf(context, itemIndex, limitProperty), limitProperty.default);
}

/** A whole number from 1, also as text, or `preset` where it was not added. Throws for everything else. */
export function readCount(field: Field, preset: number): number;
export function readCount(field: Field, preset?: number): number | undefined;
export function readCount(field: Field, preset?: number): number | undefined {
	if (!field.isSet) return preset;
	const count = countIn(field.value);
	if (count !== undefined) return count;
	throw field.error(problemOf(field.value), 'Enter a whole number from 1');
}

function countIn(value: unknown): number | undefined {
	const number = typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value;
	return Number.isSafeInteger(number) && Number(number) >= 1 ? Number(number) : undefined;
}

/** A short number is shown; what else stands there may be about a person. */
function problemOf(value: unknown): string {
	if (isEmpty(value)) return 'holds nothing';
	const text = String(value).trim();
	const isShown = typeof value !== 'object' && /^-?\d{1,5}(\.\d{1,3})?$/.test(text);
	return isShown ? `holds ${text}` : 'holds no whole number from 1';
}
