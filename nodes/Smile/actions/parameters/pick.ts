import { isNothing, textOf } from '../../shared/textOf';
import type { Input } from './input';
import { pickedIn } from './locator';
import { byId, fromList } from './modes';

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
	/** The longest id that Smile takes here, in characters. */
	most: number;
	/** Only the consent's template may be left empty. */
	isOptional?: boolean;
	/** Label of the mode in which the value is entered. */
	byId?: string;
	place?: string;
}

/** A field whose value comes from a list. Throws where it holds nothing, unless that is allowed. */
export function pickInput(options: PickOptions): Input {
	const { displayName, name, description, example, noun, searchListMethod, most } = options;
	const { isOptional = false, byId: idLabel, place } = options;
	return {
		property: {
			displayName,
			name,
			description,
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			...(isOptional ? {} : { required: true }),
			modes: [fromList(noun, searchListMethod), byId(example, idLabel)],
		},
		place,
		read: (field) => {
			const text = textOf(pickedIn(field.value));
			if (!text.ok) throw field.error(text.problem, 'Pick one from the list, or enter its ID');
			const id = text.value.trim();
			if (id === '' && isOptional) return undefined;
			if (isNothing(id))
				throw field.error('holds nothing', 'Pick one from the list, or enter its ID');
			if (id.length <= most) return id;
			throw field.error(
				`holds ${id.length} characters`,
				`Enter an ID of at most ${most} characters`,
			);
		},
	};
}
