import { LONGEST_ID } from '../../api/limits';
import { filledText, isBlank, textOf } from '../../shared/textOf';
import type { Input } from './input';
import { pickedIn, shortId } from './locator';
import { byId, fromList, PICK_ONE } from './pickModes';

/** Picks another thing by a list or by its id, which is then sent. */
export interface PickOptions {
	displayName: string;
	name: string;
	description: string;
	/** An id in the form that Smile gives it. */
	example: string;
	/** As in "Select an invite template...". */
	noun: string;
	searchListMethod: string;
	/** The longest id that Smile takes here, in characters, where it is not the usual one. */
	most?: number;
	/** Only the consent's template may be left empty. */
	isOptional?: boolean;
	/** Label of the mode in which the value is entered, where it is no id. */
	entered?: string;
	place?: string;
}

/** A field whose value comes from a list. Throws where it holds nothing, unless that is allowed. */
export function pickInput(options: PickOptions): Input {
	const { displayName, name, description, example, noun, searchListMethod } = options;
	const { isOptional = false, most = LONGEST_ID, entered, place } = options;
	return {
		property: {
			displayName,
			name,
			description,
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			...(isOptional ? {} : { required: true }),
			modes: [fromList(noun, searchListMethod), byId(example, entered)],
		},
		place,
		read: (field) => {
			const picked = pickedIn(field.value);
			const id = filledText(picked);
			if (id.ok) return shortId(field, id.value, most);
			const text = textOf(picked);
			if (isOptional && text.ok && isBlank(text.value)) return undefined;
			throw field.error(id.problem, PICK_ONE);
		},
	};
}
