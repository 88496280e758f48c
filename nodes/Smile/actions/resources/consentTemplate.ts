import {
	LONGEST_CONSENT_TEXT,
	LONGEST_CONSENT_TYPE,
	LONGEST_CONSENT_VERSION,
	LONGEST_TEXT,
} from '../../api/limits';
import { holds } from '../../shared/holds';
import { textInput } from '../parameters/textInputs';
import type { SmileResource } from '../resource';
import { create } from '../verbs/create';
import { getAll } from '../verbs/getAll';
import { remove } from '../verbs/remove';

/** A text whose description says how long it may be; `more` is a sentence behind that. */
const limited = ({ more, ...input }: Parameters<typeof textInput>[0] & { more?: string }) => {
	const description = `${input.description}, in at most ${input.most.toLocaleString('en')} characters`;
	return textInput({ ...input, description: more ? `${description}. ${more}` : description });
};

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
				limited({
					displayName: 'Type',
					name: 'consentType',
					description: 'What the consent is for',
					example: 'social_security',
					most: LONGEST_CONSENT_TYPE,
					isRequired: true,
				}),
				limited({
					displayName: 'Version',
					name: 'version',
					description: 'The version of the text',
					more: 'A changed text is a new template with a new version.',
					example: '1.0',
					most: LONGEST_CONSENT_VERSION,
					isRequired: true,
				}),
				limited({
					displayName: 'Text',
					name: 'consentText',
					description: 'The text that people agree to',
					most: LONGEST_CONSENT_TEXT,
					rows: 4,
					isRequired: true,
				}),
			],
			additional: [
				limited({
					displayName: 'Method',
					name: 'consentMethod',
					description: 'How people agree',
					example: 'Checkbox in the application form',
					most: LONGEST_TEXT,
				}),
				limited({
					displayName: 'Title',
					name: 'title',
					description: 'The title of the text',
					example: 'Consent to a credit check',
					most: LONGEST_TEXT,
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
