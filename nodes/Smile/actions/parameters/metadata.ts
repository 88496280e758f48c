import { isJsonObject } from '../../shared/jsonObject';
import { readList } from './listOfFields';
import type { Input } from './input';
import { checkText, readText } from './text';

/** Smile's limits for the metadata of a user: pairs, characters of a name and of a value. */
const PAIRS = 5;
const LONGEST_KEY = 50;
const LONGEST_VALUE = 500;

const key = { displayName: 'Key', name: 'key' } as const;
const value = { displayName: 'Value', name: 'value' } as const;

/** Texts of the builder's own that Smile keeps with a user and gives back with it. */
export const metadataInput: Input = {
	property: {
		displayName: 'External Metadata',
		name: 'externalMetadata',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add pair',
		default: {},
		description: `Up to ${PAIRS} texts of your own that Smile keeps with the user, such as the number of an application. They do not come with events.`,
		options: [
			{
				displayName: 'Pair',
				name: 'pairs',
				values: [
					{
						...key,
						type: 'string',
						default: '',
						placeholder: 'e.g. application',
						description: `What the value is, in at most ${LONGEST_KEY} letters, digits and signs without accents`,
					},
					{
						...value,
						type: 'string',
						default: '',
						placeholder: 'e.g. APP-2026-0042',
						description: `The value, in at most ${LONGEST_VALUE} letters, digits and signs without accents`,
					},
				],
			},
		],
	},
	read: (field) => {
		const pairs = readList(field, 'pairs').map((pair) => {
			const name = readText(pair(key));
			checkText(pair(key), name, { most: LONGEST_KEY, isAscii: true });
			const text = readText(pair(value));
			checkText(pair(value), text, { most: LONGEST_VALUE, isAscii: true });
			return [name, text] as const;
		});
		if (pairs.length === 0) return undefined;
		if (pairs.length > PAIRS) {
			throw field.error(`holds ${pairs.length} pairs`, `Enter at most ${PAIRS} pairs`);
		}
		const metadata: unknown = Object.fromEntries(pairs);
		if (!isJsonObject(metadata) || Object.keys(metadata).length < pairs.length) {
			throw field.error('holds a key twice', 'Enter each key once');
		}
		return metadata as Record<string, string>;
	},
};
