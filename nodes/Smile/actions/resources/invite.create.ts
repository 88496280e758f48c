import { holds } from '../../shared/holds';
import { emailInput, textInput } from '../parameters/textInputs';
import { pickInput } from '../parameters/pick';
import { create } from '../verbs/create';

/** Smile's limits, in characters. */
const LONGEST_NAME = 200;
const LONGEST_PART = 64;

const part = (displayName: string, name: string, description: string) =>
	textInput({ displayName, name, description, most: LONGEST_PART });

/** Writes to a person at once: after a lost answer it is looked for, and never sent a second time. */
export const createInvite = create({
	name: 'Create',
	action: 'Create and send invite',
	description: 'Send an e-mail that asks a person to link an account, and make a user for them',
	notice:
		'Smile sends an e-mail to this person at once and makes a new user each time. The link in it lives 14 days.',
	inputs: [
		textInput({
			displayName: 'Full Name',
			name: 'fullName',
			description: `Name of the person, in at most ${LONGEST_NAME} characters`,
			example: 'Maria Santos',
			most: LONGEST_NAME,
			isRequired: true,
		}),
		emailInput({
			displayName: 'Email',
			name: 'email',
			description: 'Address that the e-mail goes to',
			example: 'name@example.com',
			isRequired: true,
		}),
		pickInput({
			displayName: 'Template',
			name: 'templateId',
			description: 'The e-mail and the pages that the person sees',
			example: 'ivt-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
			noun: 'invite template',
			searchListMethod: 'searchInviteTemplates',
			most: LONGEST_PART,
		}),
	],
	additional: [
		part('First Name', 'firstName', 'Given name of the person, for the text of the e-mail'),
		part('Last Name', 'lastName', 'Family name of the person'),
		textInput({
			displayName: 'Wink Template ID',
			name: 'winkTemplateId',
			description: "ID of a widget template from Smile's portal; the API has no list of them",
			most: LONGEST_PART,
			isId: true,
		}),
	],
	repeat: 'never',
	request: (body, { path }) => ({
		path,
		body,
		look: { path, isEqual: (record) => holds(record, body) },
	}),
});
