import type { LaterQuestion } from './question';

/** What one run of a program cannot answer, and how somebody can see it. */
export const laterQuestions: LaterQuestion[] = [
	{
		id: 'later.foreignLetters',
		question: 'Does Smile send foreign letters as they are, or as \\u escapes?',
		until: 'The signature is checked over the raw bytes, so both are right',
		how: 'Link an account whose login name has an ñ, and look at the bytes of ACCOUNT_CONNECTED',
	},
	{
		id: 'later.cursorLife',
		question: 'How long does a cursor live?',
		until: 'A list is read without a pause',
		how: 'Keep a cursor, and use it again after an hour and after a day',
	},
	{
		id: 'later.payloadCursor',
		question: 'Does the cursor of a payload work in the list of the same data?',
		until: 'A list that was cut is read anew from its beginning',
		how: 'Link an account with more than 300 records of a kind, with a webhook that asks for payloads',
	},
	{
		id: 'later.rateLimit',
		question: 'Does the rate limit count for an address of the Internet, or for a key?',
		until: 'Requests are spread over time in each process; a 429 is repeated after growing pauses',
		how: 'Ask from two addresses at once with one key, 15 times a second each',
	},
	{
		id: 'later.timeZone',
		question: 'In which time zone are the days of date filters?',
		until: 'Get Missed asks for a day more on either side, and compares the exact times itself',
		how: 'Run the probe between midnight and eight in UTC, and again in the afternoon: `lists.endDate` would differ',
	},
	{
		id: 'later.longFailure',
		question: 'Is a webhook switched off after failures over days?',
		until: 'A webhook that is not active is replaced when the workflow is published again',
		how: 'Leave a webhook with an address that answers 500 for a week, then read its `active`',
	},
	{
		id: 'later.mostWebhooks',
		question: 'How many webhooks may a tenant have?',
		until:
			"Smile's refusal is told, with its code and request id; no webhook is deleted to make room for another",
		how: 'Ask Smile: a program that tries would stand in the way of others',
	},
	{
		id: 'later.futureEvents',
		question: 'Does ALL_EVENTS bring types that Smile adds later?',
		until: 'A signed event of an unknown type is never dropped',
		how: 'Compare the log of a workflow with All Events after Smile announced a type',
	},
	{
		id: 'later.portal',
		question: "Can Smile's portal change a webhook, or switch it off?",
		until: 'What the list says counts; a webhook that differs is replaced',
		how: 'Look into the portal while a workflow is published',
	},
	{
		id: 'later.tokens',
		question: 'Does a new link token end the one before?',
		until: 'Neither node keeps a token',
		how: 'Make two with User > Create Link Token, and open the widget with the first',
	},
	{
		id: 'later.resetAccounts',
		question: 'Does resetting a session revoke the linked accounts?',
		until: 'The operation is described as destructive, and is never repeated by itself',
		how: 'Link an account in the emulator, reset the session, read the account',
	},
	{
		id: 'later.money',
		question: 'Which products are billed, and per what?',
		until: 'A query about a person and an upload count as billed: no query is repeated by itself',
		how: 'Ask Smile, or compare the invoice with the executions of a month',
	},
	{
		id: 'later.fileAddresses',
		question: 'Do file addresses work from any place of the Internet?',
		until: 'Files are fetched without the key; a refusal means that the file is gone',
		how: 'Open the address of a file from another network; `archives.files` tells of yours',
	},
	{
		id: 'later.idTypes',
		question: 'Which codes does idType of a verification take?',
		until: 'The field takes any text',
		how: 'Ask Smile for the list',
	},
	{
		id: 'later.checkedFields',
		question: 'Which names does checkedFields of a payslip take?',
		until: 'The names of the corrected fields are offered',
		how: 'Ask Smile for the list',
	},
	{
		id: 'later.templateGone',
		question: 'What becomes of open invites whose template is deleted?',
		until: 'The deletion says nothing about them',
		how: 'Invite yourself, delete the template, open the link',
	},
	{
		id: 'later.linkOrder',
		question: 'In which order do the events of a linked account arrive?',
		until: 'No order is assumed',
		how: 'Publish a workflow with All Events, link an account in the emulator, and compare TASK_FINISHED, the events of its data and ACCOUNT_CONNECTED; `archives.eventOrder` tells of uploads',
	},
	{
		id: 'later.sixtyDays',
		question: 'What do an account and its data answer after 60 days?',
		until: 'A 404, an empty list and an empty payload all mean that there is nothing',
		how: 'Link a test person, and read the account, its payload and a list of its data by `sourceId` after 61 days; `revocation` and `accounts` tell what revoked ones answer',
	},
	{
		id: 'later.refused',
		question: 'Does a delivery come again whose connection was refused?',
		until: 'Get Missed finds what is lost',
		how: 'A tunnel answers in the place of a receiver that is down. Where SMILE_RECEIVER_URL leads to your machine without one, `retries.nobodyListened` tells; or stop n8n there, make a user, and start n8n half a minute later',
	},
	{
		id: 'later.emptyExport',
		question: 'What does the export of an account without data give?',
		until: "Smile's answer is told as it is; the content type of the file names its form",
		how: 'The probe exports nothing but `SMILE_PROBE_ACCOUNT`. Let a test person fail to link an account, and use Account > Export on it',
	},
	{
		id: 'later.idNumbers',
		question: 'Which countries want an ID number to validate a bank account?',
		until: "The field is optional; Smile's refusal is told as it is",
		how: "Ask Smile for the list: each try is a query about a person's account that may cost, and no call deletes it",
	},
	{
		id: 'later.photos',
		question: 'How long does the photoUrl of an identity live?',
		until: 'It is passed on as it is, and no operation fetches it',
		how: 'Keep the photoUrl of a test person; open it after a day, after the account was revoked, and after 60 days',
	},
	{
		id: 'later.production',
		question: 'Do deliveries of production come from another address than those of the sandbox?',
		until:
			'Only From Smile Address knows the documented address and is off unless somebody switches it on',
		how: 'Compare the log of a reverse proxy in production: the probe never goes there',
	},
];

/** Settings of the simulated Smile that are no question to Smile. */
export const undecidable: Readonly<Record<string, string>> = {
	resultFor: 'lets a test choose how a query ends; Smile has no such setting',
	keepUploads: 'spares the memory of the simulation in large tests; Smile has no such setting',
};
