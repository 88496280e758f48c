import type { INodeProperties } from 'n8n-workflow';

import type { Field } from './field';

/** What one field of an operation adds to the body of its request. */
export type BodyValue = string | number | boolean | BodyValue[] | { [name: string]: BodyValue };

/** One field of an operation that sends something: what the editor shows, and what of it is sent. */
export interface Input {
	property: INodeProperties;
	/** Where it stands in the body, such as `company.name`; by default under the property's name. */
	place?: string;
	/** The value to send, or undefined for an optional one that holds nothing. Throws for one that Smile refuses. */
	read(field: Field, surroundings: Surroundings): BodyValue | undefined;
	/** The field counts only where another one before it has a value. */
	isFor?: { show: Record<string, string[]> };
}

/** What a reader may need beside the field. */
export interface Surroundings {
	/** Of the workflow. */
	timezone: string;
	/** The clock, in milliseconds; by default that of the process. */
	now?: number;
}

/** What the editor shows of a field. */
export interface Labelled {
	displayName: string;
	name: string;
	description: string;
	/** An example, without "e.g.". */
	example?: string;
	place?: string;
	/** Whether it must hold something. */
	isRequired?: boolean;
	preset?: string;
}

/** What the fields of all kinds have in common in the editor. */
export function shown({ displayName, name, description, example, isRequired, preset }: Labelled) {
	return {
		displayName,
		name,
		description,
		default: preset ?? '',
		...(example ? { placeholder: `e.g. ${example}` } : {}),
		...(isRequired ? { required: true } : {}),
	};
}
