import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { LONGEST_ID } from '../../api/limits';
import { isJsonObject } from '../../shared/jsonObject';
import { filledText, hasSteps } from '../../shared/textOf';
import { fieldOf, type Field, type Named } from './field';
import { byIdInAddress, fromList } from './pickModes';

/** What a field that picks one thing needs to know of it. */
export interface Pickable {
	name: string;
	idExample: string;
	/** What one is called in a sentence, where the name does not say it. */
	noun?: string;
	label?: readonly string[];
}

/** Picks one record: from the list where its entries can be told apart, or by its id. */
export function locator(
	value: string,
	{ name, label, idExample, noun = name.toLowerCase() }: Pickable,
): INodeProperties {
	const byItsId = byIdInAddress(idExample);
	return {
		displayName: name,
		name: `${value}Id`,
		type: 'resourceLocator',
		default: { mode: label ? 'list' : 'id', value: '' },
		required: true,
		description: `The ${noun} to read`,
		modes: label ? [fromList(noun, 'searchRecords'), byItsId] : [byItsId],
	};
}

/**
 * The id that was picked. Throws when none was: without an id the address would be that of the whole list, or of
 * something else. Whatever it holds is one segment of a path once it is encoded.
 */
export function readId(context: IExecuteFunctions, itemIndex: number, named: Named): string {
	const id = readPicked(context, itemIndex, named);
	return shortId(fieldOf(context, itemIndex, named), id, LONGEST_ID);
}

/** An id that Smile takes. Throws for a longer one, and for one that would lead elsewhere in an address. */
export function shortId({ error }: Pick<Field, 'error'>, id: string, most: number): string {
	if (hasSteps(id)) {
		throw error(
			'holds a path with "." or ".." in it, not an ID',
			'Enter the ID alone, as Smile gives it',
		);
	}
	if (id.length <= most) return id;
	throw error(`holds ${id.length} characters`, `Enter an ID of 1 to ${most} characters`);
}

/** What was picked, an id or what else the field takes. Throws when nothing was. */
export function readPicked(context: IExecuteFunctions, itemIndex: number, named: Named): string {
	const { value, error } = fieldOf(context, itemIndex, named);
	const picked = filledText(pickedIn(value));
	if (picked.ok) return picked.value;
	throw error(picked.problem, 'Pick one from the list where there is one, or enter its ID');
}

/** What a resource locator holds, or the value of an expression in its place. */
export function pickedIn(value: unknown): unknown {
	return isJsonObject(value) && 'mode' in value && 'value' in value ? value.value : value;
}
