import { holds } from '../../shared/holds';
import { textInput } from '../parameters/textInputs';
import type { SmileResource } from '../resource';
import { create } from '../verbs/create';
import { getAll } from '../verbs/getAll';
import { remove } from '../verbs/remove';

export const consentTemplate = {
	name: 'Consent Template',
	plural: 'consent templates',
	description: 'Texts by which a person agrees that data about them is used',
	path: '/consentTemplates',
	idExample: 'ct-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: [],
	label: ['title', 'consentType', 'version'],
	operations: [
		create({
			action: 'Create consent template',
			description: 'Store the text of a consent at Smile',
			inputs: [
				textInput({
					displayName: 'Type',
					name: 'consentType',
					description: 'What the consent is for, in at most 200 characters',
					example: 'social_security',
					most: 200,
					isRequired: true,
				}),
				textInput({
					displayName: 'Version',
					name: 'version',
					description:
						'The version of the text, in at most 64 characters. A changed text is a new template with a new version.',
					example: '1.0',
					most: 64,
					isRequired: true,
				}),
				textInput({
					displayName: 'Text',
					name: 'consentText',
					description: 'The text that people agree to, in at most 65,535 characters',
					most: 65_535,
					rows: 4,
					isRequired: true,
				}),
			],
			additional: [
				textInput({
					displayName: 'Method',
					name: 'consentMethod',
					description: 'How people agree, in at most 200 characters',
					example: 'Checkbox in the application form',
					most: 200,
				}),
				textInput({
					displayName: 'Title',
					name: 'title',
					description: 'The title of the text, in at most 200 characters',
					example: 'Consent to a credit check',
					most: 200,
				}),
			],
			repeat: 'look',
			request: (body, { path }) => ({
				path,
				body,
				look: { path, isEqual: (record) => holds(record, body) },
			}),
		}),
		getAll,
		remove({
			value: 'delete',
			description: 'Delete the text of a consent at Smile',
			notice:
				'Smile deletes the template for good. What becomes of consents that name it is not documented.',
		}),
	],
} as const satisfies SmileResource;
