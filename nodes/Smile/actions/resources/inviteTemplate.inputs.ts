import { flagInput } from '../parameters/choiceInputs';
import type { Input } from '../parameters/input';
import { emailInput, textInput } from '../parameters/textInputs';
import { readGroup } from '../parameters/listOfFields';
import { checkText, readExactText } from '../parameters/text';

/** Smile's limits, in characters. */
const SHORT = 200;
const LONG = 5_000;
const LONGEST_NAME = 64;

const short = (displayName: string, name: string, place: string, description: string, more = {}) =>
	textInput({
		displayName,
		name,
		place,
		description: `${description}, in at most ${SHORT} characters`,
		most: SHORT,
		isRequired: true,
		...more,
	});

const name = textInput({
	displayName: 'Name',
	name: 'name',
	description: `Name of the template in lists, in at most ${LONGEST_NAME} characters`,
	example: 'Loan applicants',
	most: LONGEST_NAME,
	isRequired: true,
});

const body = textInput({
	displayName: 'Body',
	name: 'body',
	place: 'email.body',
	description: `Text of the e-mail without HTML, in at most ${LONG} characters. Smile puts in names for \${firstName} and \${companyName}, each written with a dollar sign and one pair of braces.`,
	most: LONG,
	rows: 6,
	isRequired: true,
});

const sendEmail = flagInput({
	displayName: 'Send Email',
	name: 'sendEmail',
	place: 'email.sendEmail',
	description:
		'Whether invites with this template send the e-mail. What Smile does without is not documented.',
	preset: true,
});

const single: readonly Input[] = [
	name,
	short('Company Name', 'companyName', 'company.name', 'Name of the company that invites'),
	short('Company Logo URL', 'companyLogoUrl', 'company.logoUrl', 'Address of its logo', {
		example: 'https://example.com/logo.png',
	}),
	short('Sender Name', 'senderName', 'email.senderName', 'Name that the e-mail comes from'),
	emailInput({
		displayName: 'Reply Address',
		name: 'replyAddress',
		place: 'email.replyAddress',
		description: 'Address that answers to the e-mail go to',
		example: 'hello@example.com',
		isRequired: true,
	}),
	short('Subject', 'subject', 'email.subject', 'Subject of the e-mail'),
	body,
];

interface Page {
	displayName: string;
	name: 'landingPage' | 'successPage';
	what: string;
	header: string;
	description: string;
	button: string;
}

const pages: readonly Page[] = [
	{
		displayName: 'Landing Page',
		name: 'landingPage',
		what: 'page that the e-mail leads to',
		header: 'Link your account',
		description: 'Share your employment and income data safely. It takes a few minutes.',
		button: 'Start',
	},
	{
		displayName: 'Success Page',
		name: 'successPage',
		what: 'page after an account was linked',
		header: 'Thank you',
		description: 'Your account is linked. You can close this page.',
		button: 'Done',
	},
];

const parts = [
	{ displayName: 'Header', name: 'header', most: SHORT },
	{ displayName: 'Description', name: 'description', most: LONG },
	{ displayName: 'Button', name: 'button', most: SHORT },
] as const;

/** The three texts of a page in one field, filled in already: Smile demands all of them. */
function pageInput(page: Page): Input {
	const presets = { header: page.header, description: page.description, button: page.button };
	return {
		property: {
			displayName: page.displayName,
			name: page.name,
			type: 'fixedCollection',
			placeholder: 'Change texts',
			default: {},
			description: `Texts of the ${page.what}; without this field ready-made ones`,
			options: [
				{
					displayName: 'Page',
					name: 'page',
					values: parts.map((part) => ({
						displayName: part.displayName,
						name: part.name,
						type: 'string' as const,
						default: presets[part.name],
						description: `In at most ${part.most} characters`,
					})),
				},
			],
		},
		read: (field) => {
			const entry = readGroup(field, 'page');
			return Object.fromEntries(
				parts.map((part) => {
					const one = entry?.(part);
					const text = one?.isSet ? readExactText(one) : presets[part.name];
					checkText(one ?? field, text, { most: part.most });
					return [part.name, text];
				}),
			);
		},
	};
}

/** What a new template needs. */
export const required: readonly Input[] = [...single, ...pages.map(pageInput)];
export const additional: readonly Input[] = [sendEmail];

/** Every leaf of a template by itself, for a change. */
export const changeable: readonly Input[] = [
	...single,
	sendEmail,
	...pages.flatMap((page) =>
		parts.map((part) =>
			textInput({
				displayName: `${page.displayName} ${part.displayName}`,
				name: `${page.name}${part.displayName}`,
				place: `${page.name}.${part.name}`,
				description: `Text of the ${page.what}, in at most ${part.most} characters`,
				most: part.most,
				isRequired: true,
			}),
		),
	),
].map(({ property, ...input }) => ({ ...input, property: { ...property, required: undefined } }));
