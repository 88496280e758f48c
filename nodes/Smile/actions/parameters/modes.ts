import type { INodePropertyMode } from 'n8n-workflow';

import { withArticle } from '../../shared/article';

/** Picks from a list; `noun` as in "Select an invite template...", `searchListMethod` one of the node's. */
export function fromList(noun: string, searchListMethod: string): INodePropertyMode {
	return {
		displayName: 'From List',
		name: 'list',
		type: 'list',
		placeholder: `Select ${withArticle(noun)}...`,
		typeOptions: { searchListMethod, searchable: true },
	};
}

/** Takes an id as it is typed; `example` without "e.g.". */
export function byId(example: string, displayName = 'By ID'): INodePropertyMode {
	return { displayName, name: 'id', type: 'string', placeholder: `e.g. ${example}` };
}

/** The same, for an id that is one segment of an address: the editor marks what cannot be one. */
export function byPlainId(example: string, what = 'An ID'): INodePropertyMode {
	return {
		...byId(example),
		validation: [
			{
				type: 'regex',
				properties: {
					regex: '^\\s*\\S{1,200}\\s*$',
					errorMessage: `${what} has 1 to 200 characters and no spaces`,
				},
			},
		],
	};
}
