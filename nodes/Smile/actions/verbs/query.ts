import { readArray } from '../../api/read';
import { lowerFirst } from '../../shared/firstLetter';
import type { Operation } from '../operation';
import { fieldOf } from '../parameters/field';
import type { Input } from '../parameters/input';
import type { Verb } from '../resource';

export interface QueryOptions {
	value: string;
	name: string;
	action: string;
	description: string;
	path: string;
	/** What is asked for; it stands in the address under its own name. */
	input: Input;
}

/** Reads what Smile finds for one value: one item for each hit. */
export function query({ value, name, action, description, path, input }: QueryOptions): Verb {
	return (): Operation => ({
		option: { name, value, action, description },
		properties: [input.property],
		reads: true,
		async run(context, itemIndex, orThrow, smile) {
			const asked = input.read(fieldOf(context, itemIndex, input.property), {
				timezone: context.getTimezone(),
			});
			const found = await readArray(smile, path, { [input.property.name]: asked });
			return orThrow(found, lowerFirst(action));
		},
	});
}
