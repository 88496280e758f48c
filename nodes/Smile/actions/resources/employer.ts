import type { SmileResource } from '../resource';
import { textInput } from '../parameters/textInputs';
import { query } from '../verbs/query';

/** Of a company, in characters. */
const SHORTEST_NAME = 3;
const LONGEST_NAME = 255;

export const employer = {
	name: 'Employer',
	plural: 'employers',
	description: 'Companies in registers, for checking where somebody says to work',
	path: '/alpha/employers',
	idExample: '',
	filters: [],
	operations: [
		query({
			value: 'search',
			name: 'Search',
			action: 'Search employers',
			description: 'Find companies whose name is like a keyword',
			path: '/alpha/employerBasics/query',
			input: textInput({
				displayName: 'Keyword',
				name: 'keyword',
				description: `Part of the name of the company, in ${SHORTEST_NAME} to ${LONGEST_NAME} characters`,
				example: 'Acme Trading',
				least: SHORTEST_NAME,
				most: LONGEST_NAME,
				isRequired: true,
			}),
		}),
		query({
			value: 'get',
			name: 'Get',
			action: 'Get employer',
			description: 'Read one company by its exact name; no item where there is none',
			path: '/alpha/employers/query',
			input: textInput({
				displayName: 'Business Name',
				name: 'businessName',
				description: `The exact name of the company, in ${SHORTEST_NAME} to ${LONGEST_NAME} characters, as Search gives it`,
				example: 'Acme Trading Corporation',
				least: SHORTEST_NAME,
				most: LONGEST_NAME,
				isRequired: true,
			}),
		}),
	],
} as const satisfies SmileResource;
