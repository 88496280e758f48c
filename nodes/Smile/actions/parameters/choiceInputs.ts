import type { INodePropertyOptions, NodePropertyTypes } from 'n8n-workflow';

import { readFlag } from './flag';
import { shown, type Input, type Labelled } from './input';
import { readText } from './text';

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
