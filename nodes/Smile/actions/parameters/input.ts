import type { INodeProperties, INodePropertyOptions, NodePropertyTypes } from 'n8n-workflow';

import { asDay } from './filterValues';
import type { Field } from './field';
import { readFlag } from './flag';
import { isEmpty } from './nothing';
import { checkText, readExactText, readText, type TextRules } from './text';

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

interface Labelled {
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

type TextInput = Labelled & TextRules & { rows?: number; isSecret?: boolean };

/** A text within Smile's limits. */
export function textInput(options: TextInput): Input {
	const { rows, isSecret, place, isRequired = false } = options;
	const typeOptions = { ...(rows ? { rows } : {}), ...(isSecret ? { password: true } : {}) };
	return {
		property: {
			...shown(options),
			type: 'string',
			...(Object.keys(typeOptions).length > 0 ? { typeOptions } : {}),
		},
		place,
		read: (field) => {
			// The spaces of a long text are its author's.
			const text = rows ? readExactText(field) : readText(field);
			if (text.trim() === '' && !isRequired && options.least !== 0) return undefined;
			checkText(field, text, options);
			return text;
		},
	};
}

/** A text of a form that Smile documents; `todo` says which, as in "Enter two capital letters". */
export function patternInput(
	options: Labelled & { pattern: RegExp; todo: string; normalize?(text: string): string },
): Input {
	const { pattern, todo, normalize = (text) => text, isRequired = false, place } = options;
	return {
		property: { ...shown(options), type: 'string' },
		place,
		read: (field) => {
			const text = normalize(readText(field));
			if (text === '' && !isRequired) return undefined;
			if (text === '') throw field.error('holds nothing', todo);
			if (!pattern.test(text)) throw field.error('holds something else', todo);
			return text;
		},
	};
}

/** An e-mail address of at most 200 characters. */
export function emailInput(options: Labelled): Input {
	return patternInput({
		...options,
		pattern: /^(?=.{3,200}$)[^\s@]+@[^\s@]+\.[^\s@]+$/,
		todo: 'Enter an e-mail address of at most 200 characters',
	});
}

/** A switch. It is always sent. */
export function flagInput(
	options: Omit<Labelled, 'isRequired' | 'preset'> & { preset: boolean },
): Input {
	const { displayName, name, description, preset, place } = options;
	const named = { displayName, name, description, default: preset };
	return {
		property: { ...named, type: 'boolean' },
		place,
		read: (field) => readFlag(field, preset),
	};
}

/** One of several values. */
export function choiceInput(
	options: Omit<Labelled, 'preset'> & { choices: readonly INodePropertyOptions[]; preset: string },
): Input {
	const { choices, preset, place } = options;
	const values = choices.map(({ value }) => String(value));
	const type: NodePropertyTypes = 'options';
	return {
		property: { ...shown(options), type, options: [...choices], default: preset },
		place,
		read: (field) => {
			const text = field.isSet ? readText(field) : preset;
			if (values.includes(text)) return text === '' ? undefined : text;
			throw field.error(
				text === '' ? 'holds nothing' : 'holds a value that Smile does not know',
				`Enter one of ${values.filter((value) => value !== '').join(', ')}`,
			);
		},
	};
}

/** A number as Smile wants it, also given as text. */
export function numberInput(
	options: Omit<Labelled, 'preset'> & { least?: number; most?: number; isWhole?: boolean },
): Input {
	const { displayName, name, description, place, isRequired = false } = options;
	const { least = -Infinity, most = Infinity, isWhole = false } = options;
	const preset = Math.max(least, 0);
	return {
		property: { displayName, name, description, type: 'number', default: preset },
		place,
		read: (field) => {
			if (isEmpty(field.value) && !isRequired) return undefined;
			const number = numberIn(field.value);
			const fits = number !== undefined && number >= least && number <= most;
			if (fits && (!isWhole || Number.isSafeInteger(number))) return number;
			const bounds = Number.isFinite(most) ? ` from ${least} to ${most}` : '';
			throw field.error(
				isEmpty(field.value) ? 'holds nothing' : 'holds no such number',
				`Enter a ${isWhole ? 'whole ' : ''}number${bounds}`,
			);
		},
	};
}

/** A day, sent as yyyy-MM-dd. */
export function dayInput(options: Omit<Labelled, 'preset'>): Input {
	const { displayName, name, description, place, isRequired = false } = options;
	return {
		property: {
			displayName,
			name,
			description,
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			default: '',
			...(isRequired ? { required: true } : {}),
		},
		place,
		read: (field) => {
			if (isEmpty(field.value) && !isRequired) return undefined;
			const day = asDay(field.value);
			if (!day.ok) throw field.error(day.problem, 'Enter a day as in 2026-01-31');
			return day.value;
		},
	};
}

function shown({ displayName, name, description, example, isRequired, preset }: Labelled) {
	return {
		displayName,
		name,
		description,
		default: preset ?? '',
		...(example ? { placeholder: `e.g. ${example}` } : {}),
		...(isRequired ? { required: true } : {}),
	};
}

function numberIn(value: unknown): number | undefined {
	const isText = typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value);
	const number = isText ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
