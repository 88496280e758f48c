import type { INodePropertyMode } from 'n8n-workflow';

import { LONGEST_ID } from '../../api/limits';
import { withArticle } from '../../shared/article';

/** What to do where nothing of use was picked. */
export const PICK_ONE = 'Pick one from the list, or enter its ID';

/** Picks one from a list; `noun` as in "Select an invite template...". */
export function fromList(noun: string, searchListMethod: string): INodePropertyMode {
	return {
		displayName: 'From List',
		name: 'list',
		// A plain text would make the linter take this for a parameter, which has a default.
		type: 'list' as const,
		placeholder: `Select ${withArticle(noun)}...`,
		typeOptions: { searchListMethod, searchable: true },
	};
}

/** Takes what somebody enters; `example` in the form that Smile gives it. */
export function byId(example: string, displayName = 'By ID'): INodePropertyMode {
	return { displayName, name: 'id', type: 'string' as const, placeholder: `e.g. ${example}` };
}

/** Takes the id of a thing that stands in an address, checked as it is typed; `what` as in "An ID has …". */
export function byIdInAddress(example: string, what = 'An ID'): INodePropertyMode {
	return {
		...byId(example),
		validation: [
			{
				type: 'regex',
				properties: {
					regex: `^\\s*\\S{1,${LONGEST_ID}}\\s*$`,
					errorMessage: `${what} has 1 to ${LONGEST_ID} characters and no spaces`,
				},
			},
		],
	};
}
