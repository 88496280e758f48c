import { z } from 'zod/v4';

import * as fields from './fields';
import { datapointPayload, session, sessionPayload } from './payloads';
import { socialSecurityRecord, verificationResult } from './results';

/** Groups of the documentation's table, and what an item of the output Simplified calls its category. */
export type EventCategory =
	| 'Users'
	| 'Accounts'
	| 'Tasks'
	| 'Archives'
	| 'Invites'
	| 'User Data'
	| 'Insights'
	| 'Verifications'
	| 'Records';

/** Where the data behind an event can be read with GET; `{data.x}` stands for a value of the event. */
export interface DataSource {
	path: string;
	/** Filters of a list. */
	query?: Partial<Record<string, string>>;
	/** A list although it has no filter. */
	isList?: true;
	/** What its records are called: the name a payload uses, or where each of these names comes from. */
	datapoint: string;
	/** Shape of an answer that groups records under such names. */
	payload?: 'datapoints' | 'session';
	/** Whether it is read only after every source before it gave nothing. */
	ifNothing?: true;
	/** The only `data.sourceType` it is for. */
	sourceType?: string;
	/**
	 * What Smile may give too much of: the query reaches further on each side, since whether its ends are included
	 * is not documented. Fields of the event with the range, and of a record with its days or months.
	 */
	range?: { from: string; to: string; dates: readonly string[] };
	/** Whether the event tells that records were stored, so that older ones can be left out. */
	hasStored?: true;
	/** Whether finding nothing is no news. */
	mayBeEmpty?: true;
}

export interface EventEntry {
	category: EventCategory;
	/** Name in the "Trigger On" list, in Title Case. */
	title: string;
	/** When Smile sends it: one sentence without a full stop. */
	description: string;
	/** What Smile documents about `data`. It describes and never gates: events pass as received. */
	data: () => z.ZodObject;
	fetch: DataSource[];
	/** What an inner `id` is called where the data stands beside the id of the event. */
	renamedId?: 'insightId' | 'linkId';
	/** Shape of `data.payload`, where there is one. */
	payload?: 'datapoints' | 'session' | 'record';
}

/**
 * Every event type that Smile delivers (OpenAPI document 1.14.0). ALL_EVENTS is missing on purpose:
 * a subscription may name it, a delivery never does.
 */
export const catalogue = {
	USER_CREATED: {
		category: 'Users',
		title: 'User Created',
		description: 'A user and a first link token were created',
		data: () => z.object({ userId: fields.userId(), session: session().optional() }),
		fetch: [
			{ path: '/users/{data.userId}', datapoint: 'user' },
			{
				path: '/users/{data.userId}/payload',
				datapoint: 'payload',
				payload: 'session',
				mayBeEmpty: true,
			},
		],
	},
	ACCOUNT_CREATED: {
		category: 'Accounts',
		title: 'Account Created',
		description: 'A person began to link an account, also at a provider without a sign-in',
		data: () => z.object({ ...fields.ofAccount() }),
		fetch: [{ path: '/accounts/{data.accountId}', datapoint: 'account' }],
	},
	ACCOUNT_CONNECTED: {
		category: 'Accounts',
		title: 'Account Connected',
		description:
			'The sign-in at the provider worked, while the data may still be loading; not sent by providers without a sign-in',
		data: () => z.object({ ...fields.ofAccount(), loginName: fields.loginName() }),
		fetch: [
			{ path: '/accounts/{data.accountId}', datapoint: 'account' },
			{
				path: '/accounts/{data.accountId}/payload',
				datapoint: 'payload',
				payload: 'datapoints',
				mayBeEmpty: true,
			},
		],
	},
	ACCOUNT_DISCONNECTED: {
		category: 'Accounts',
		title: 'Account Disconnected',
		description: 'An account was unlinked or access to it was revoked, and Smile deletes its data',
		data: () => z.object({ ...fields.ofAccount() }),
		fetch: [
			{
				path: '/accounts/{data.accountId}',
				datapoint: 'account',
			},
		],
	},
	ACCOUNT_FAILED: {
		category: 'Accounts',
		title: 'Account Failed',
		description: 'An account could not be linked',
		data: () =>
			z.object({
				...fields.ofAccount(),
				loginName: fields.loginName(),
				errorCode: fields.accountError(),
				errorMessage: fields.text('Reason in words', 'The password is not right'),
			}),
		fetch: [{ path: '/accounts/{data.accountId}', datapoint: 'account' }],
	},
	TASK_STARTED: {
		category: 'Tasks',
		title: 'Task Started',
		description: 'Smile began to fetch or analyze the data of an account or archive',
		data: () => z.object({ ...fields.ofSource(), taskType: fields.taskType() }),
		fetch: [
			// The event has no task id.
			{
				path: '/tasks',
				query: { sourceId: '{data.sourceId}' },
				datapoint: 'tasks',
			},
		],
	},
	TASK_FINISHED: {
		category: 'Tasks',
		title: 'Task Finished',
		description:
			'Smile finished reading an account or archive and names the data; with Include Payload the data comes along',
		payload: 'datapoints',
		data: () =>
			z.object({
				...fields.ofSource(),
				taskType: fields.taskType().optional(),
				status: fields.taskStatus().optional(),
				errorCode: fields.taskError(),
				datapoints: fields.datapoints(),
				payload: datapointPayload().nullish(),
			}),
		fetch: [
			{
				path: '/{resourceOf(datapoint)}',
				query: { sourceId: '{data.sourceId}' },
				datapoint: '{datapoint}',
				hasStored: true,
			},
			{ path: '/archives/{data.sourceId}', datapoint: 'archive', sourceType: 'ARCHIVE' },
		],
	},
	ACCOUNT_SYNC_TASK_FINISHED: {
		category: 'Accounts',
		title: 'Account Sync Task Finished',
		description:
			'A recurring refresh of an account ended (Continuous Data Sync); with Include Payload its data comes along',
		payload: 'datapoints',
		data: () =>
			z.object({
				...fields.ofSource(),
				status: fields.taskStatus(),
				monitorStatus: fields.monitorStatus(),
				datapoints: fields.datapoints(),
				payload: datapointPayload().nullish(),
			}),
		fetch: [
			{
				path: '/{resourceOf(datapoint)}',
				query: { sourceId: '{data.sourceId}' },
				datapoint: '{datapoint}',
				hasStored: true,
			},
		],
	},
	ARCHIVE_STARTED: {
		category: 'Archives',
		title: 'Archive Started',
		description: 'Files were uploaded and their analysis begins',
		data: () => z.object({ ...fields.ofArchive() }),
		fetch: [{ path: '/archives/{data.archiveId}', datapoint: 'archive' }],
	},
	ARCHIVE_ANALYZED: {
		category: 'Archives',
		title: 'Archive Analyzed',
		description: 'The data in uploaded files was read and can be fetched',
		data: () => z.object({ ...fields.ofArchive() }),
		fetch: [{ path: '/archives/{data.archiveId}', datapoint: 'archive' }],
	},
	ARCHIVE_REVOKED: {
		category: 'Archives',
		title: 'Archive Revoked',
		description: 'Access to uploaded files was withdrawn',
		data: () => z.object({ ...fields.ofArchive() }),
		fetch: [
			{
				path: '/archives/{data.archiveId}',
				datapoint: 'archive',
			},
		],
	},
	ARCHIVE_FAILED: {
		category: 'Archives',
		title: 'Archive Failed',
		description: 'Uploaded files could not be stored or analyzed',
		data: () =>
			z.object({
				...fields.ofArchive(),
				errorCode: fields.archiveError(),
				errorMessage: fields.text('Reason in words', 'The file has no readable pay period'),
			}),
		fetch: [{ path: '/archives/{data.archiveId}', datapoint: 'archive' }],
	},
	INVITE_INVITED: {
		category: 'Invites',
		title: 'Invite Sent',
		description: 'An invitation was sent',
		data: () => z.object({ ...fields.ofInvite() }),
		fetch: [
			{ path: '/invites/{data.inviteId}', datapoint: 'invite' },
			{
				path: '/invites/{data.inviteId}/logs',
				isList: true,
				datapoint: 'inviteLogs',
				mayBeEmpty: true,
			},
		],
	},
	INVITE_LINKED: {
		category: 'Invites',
		title: 'Invite Linked',
		description: 'An invited person linked an account',
		data: () => z.object({ ...fields.ofInvite() }),
		fetch: [
			{ path: '/invites/{data.inviteId}', datapoint: 'invite' },
			{
				path: '/invites/{data.inviteId}/logs',
				isList: true,
				datapoint: 'inviteLogs',
				mayBeEmpty: true,
			},
			{
				path: '/accounts',
				query: { userId: '{data.userId}' },
				datapoint: 'accounts',
				mayBeEmpty: true,
			},
		],
	},
	IDENTITY_ADDED: {
		category: 'User Data',
		title: 'Identity Added',
		description: 'The identity of a person was stored',
		data: () => z.object({ ...fields.ofAccount(), identityId: fields.identityId() }),
		fetch: [{ path: '/identities/{data.identityId}', datapoint: 'identity' }],
	},
	RATING_ADDED: {
		category: 'User Data',
		title: 'Rating Added',
		description: 'The rating of a worker was stored',
		data: () => z.object({ ...fields.ofAccount(), ratingId: fields.ratingId() }),
		fetch: [{ path: '/ratings/{data.ratingId}', datapoint: 'rating' }],
	},
	TRANSACTIONS_ADDED: {
		category: 'User Data',
		title: 'Transactions Added',
		description: 'Transactions of an account were stored',
		data: () => z.object({ ...fields.ofAccount(), count: fields.count() }),
		fetch: [
			{
				path: '/transactions',
				query: { sourceId: '{data.accountId}' },
				datapoint: 'transactions',
				hasStored: true,
			},
		],
	},
	DOCUMENTS_ADDED: {
		category: 'User Data',
		title: 'Documents Added',
		description: 'Documents of an account were stored',
		data: () => z.object({ ...fields.ofAccount(), count: fields.count() }),
		fetch: [
			{
				path: '/documents',
				query: { sourceId: '{data.accountId}' },
				datapoint: 'documents',
				hasStored: true,
			},
		],
	},
	EMPLOYMENTS_ADDED: {
		category: 'User Data',
		title: 'Employments Added',
		description: 'Employments of an account were stored',
		data: () => z.object({ ...fields.ofAccount(), count: fields.count() }),
		fetch: [
			{
				path: '/employments',
				query: { sourceId: '{data.accountId}' },
				datapoint: 'employments',
				hasStored: true,
			},
		],
	},
	INCOMES_ADDED: {
		category: 'User Data',
		title: 'Incomes Added',
		description: 'Incomes of an account were stored',
		data: () => z.object({ ...fields.ofAccount(), count: fields.count() }),
		fetch: [
			{
				path: '/incomes',
				query: { sourceId: '{data.accountId}' },
				datapoint: 'incomes',
				hasStored: true,
			},
		],
	},
	CONTRIBUTIONS_ADDED: {
		category: 'User Data',
		title: 'Contributions Added',
		description: 'Social security contributions of an account were stored',
		data: () => z.object({ ...fields.ofAccount(), count: fields.count() }),
		fetch: [
			{
				path: '/contributions',
				query: { sourceId: '{data.accountId}' },
				datapoint: 'contributions',
				hasStored: true,
			},
		],
	},
	EINCOMES_ADDED: {
		category: 'Insights',
		title: 'Estimated Incomes Added',
		description: 'Estimated incomes of an account were calculated',
		data: () => z.object({ ...fields.ofAccount(), count: fields.count() }),
		fetch: [
			{
				path: '/eincomes',
				query: { sourceId: '{data.accountId}' },
				datapoint: 'eincomes',
				hasStored: true,
			},
		],
	},
	LIABILITIES_ADDED: {
		category: 'User Data',
		title: 'Liabilities Added',
		description: 'Loans of an account were stored',
		data: () => z.object({ ...fields.ofAccount(), count: fields.count() }),
		fetch: [
			{
				path: '/liabilities',
				query: { sourceId: '{data.accountId}' },
				datapoint: 'liabilities',
				hasStored: true,
			},
		],
	},
	INCOMES_UPDATED: {
		category: 'User Data',
		title: 'Incomes Updated',
		description: 'A refresh changed incomes of an account',
		data: () =>
			z.object({
				...fields.ofAccount(),
				count: fields.count(),
				updatedFrom: fields.updatedFrom(),
				updatedTo: fields.updatedTo(),
				updatedAt: fields.updatedAt(),
			}),
		fetch: [
			{
				path: '/incomes',
				query: {
					sourceId: '{data.accountId}',
					startDate: '{dayBefore(data.updatedFrom)}',
					endDate: '{dayAfter(data.updatedTo)}',
				},
				datapoint: 'incomes',
				range: { from: 'updatedFrom', to: 'updatedTo', dates: ['startDate', 'endDate'] },
			},
			// That the range means the dates of the records is not documented.
			{
				path: '/incomes',
				query: { sourceId: '{data.accountId}' },
				datapoint: 'incomes',
				ifNothing: true,
			},
		],
	},
	CONTRIBUTIONS_UPDATED: {
		category: 'User Data',
		title: 'Contributions Updated',
		description: 'A refresh changed social security contributions of an account',
		data: () =>
			z.object({
				...fields.ofAccount(),
				count: fields.count(),
				updatedFrom: fields.updatedFrom(),
				updatedTo: fields.updatedTo(),
				updatedAt: fields.updatedAt(),
			}),
		fetch: [
			{
				path: '/contributions',
				query: {
					sourceId: '{data.accountId}',
					startDate: '{dayBefore(data.updatedFrom)}',
					endDate: '{dayAfter(data.updatedTo)}',
				},
				datapoint: 'contributions',
				range: { from: 'updatedFrom', to: 'updatedTo', dates: ['date'] },
			},
			// That the range means the dates of the records is not documented.
			{
				path: '/contributions',
				query: { sourceId: '{data.accountId}' },
				datapoint: 'contributions',
				ifNothing: true,
			},
		],
	},
	EINCOMES_UPDATED: {
		category: 'Insights',
		title: 'Estimated Incomes Updated',
		description: 'A refresh changed estimated incomes of an account',
		data: () =>
			z.object({
				...fields.ofAccount(),
				count: fields.count(),
				updatedFrom: fields.updatedFrom(),
				updatedTo: fields.updatedTo(),
				updatedAt: fields.updatedAt(),
			}),
		fetch: [
			{
				path: '/eincomes',
				query: {
					sourceId: '{data.accountId}',
					startMonth: '{monthBefore(data.updatedFrom)}',
					endMonth: '{monthAfter(data.updatedTo)}',
				},
				datapoint: 'eincomes',
				range: { from: 'updatedFrom', to: 'updatedTo', dates: ['month'] },
			},
			// That the range means the dates of the records is not documented.
			{
				path: '/eincomes',
				query: { sourceId: '{data.accountId}' },
				datapoint: 'eincomes',
				ifNothing: true,
			},
		],
	},
	DOCUMENTS_UPDATED: {
		category: 'User Data',
		title: 'Documents Updated',
		description: 'A refresh changed documents of an account, whose IDs are listed',
		data: () =>
			z.object({
				...fields.ofAccount(),
				updatedIds: fields.updatedIds('d-3f5a7c9e1b2d4f6082a4c6e8d0b2f4a6'),
				count: fields.count(),
				updatedAt: fields.updatedAt(),
			}),
		fetch: [{ path: '/documents/{data.updatedIds[]}', datapoint: 'documents' }],
	},
	EMPLOYMENTS_UPDATED: {
		category: 'User Data',
		title: 'Employments Updated',
		description: 'A refresh changed employments of an account, whose IDs are listed',
		data: () =>
			z.object({
				...fields.ofAccount(),
				updatedIds: fields.updatedIds('e-6a8c0e2f4b5d4719a3b5c7d9e1f3a5b7'),
				count: fields.count(),
				updatedAt: fields.updatedAt(),
			}),
		fetch: [{ path: '/employments/{data.updatedIds[]}', datapoint: 'employments' }],
	},
	LIABILITIES_UPDATED: {
		category: 'User Data',
		title: 'Liabilities Updated',
		description: 'A refresh changed loans of an account, whose IDs are listed',
		data: () =>
			z.object({
				...fields.ofAccount(),
				updatedIds: fields.updatedIds('lia-8e0a2c4d6f7b4193c5d7e9f1a3b5c7d9'),
				count: fields.count(),
				updatedAt: fields.updatedAt(),
			}),
		fetch: [{ path: '/liabilities/{data.updatedIds[]}', datapoint: 'liabilities' }],
	},
	INSIGHT_ADDED: {
		category: 'Insights',
		title: 'Insight Added',
		description: 'Features were calculated from the data of an account',
		renamedId: 'insightId',
		data: () =>
			z.object({
				...fields.ofAccount(),
				id: fields.text(
					'Insight record, not the event',
					'insight-1a3c5e7b9d0f42e6a8b0c2d4e6f8a1b3',
				),
			}),
		fetch: [{ path: '/insights/{data.id}', datapoint: 'insight' }],
	},
	LINK_ADDED: {
		category: 'Insights',
		title: 'Link Added',
		description:
			'Signs of applications at several organizations were found, which needs the multiple application warning',
		renamedId: 'linkId',
		data: () =>
			z.object({
				...fields.ofAccount(),
				id: fields.text('Link record, not the event', 'link-9f1b3d5c7e0a42d4b6e8f0a2c4d6b8e0'),
			}),
		fetch: [{ path: '/links/{data.id}', datapoint: 'links' }],
	},
	VERIFICATION_STARTED: {
		category: 'Verifications',
		title: 'Verification Started',
		description: 'A verification is being processed',
		data: () => z.object({ verificationId: fields.verificationId() }),
		fetch: [{ path: '/alpha/verifications/{data.verificationId}', datapoint: 'verification' }],
	},
	VERIFICATION_COMPLETED: {
		category: 'Verifications',
		title: 'Verification Completed',
		description: 'A verification has a result',
		data: () =>
			z.object({
				verificationId: fields.verificationId(),
				resultCode: fields.text('Result code', 'SUCCESS'),
				resultMessage: fields.text('Result in words', 'The person was verified').optional(),
				result: verificationResult(),
			}),
		fetch: [{ path: '/alpha/verifications/{data.verificationId}', datapoint: 'verification' }],
	},
	RECORD_CREATED: {
		category: 'Records',
		title: 'Record Created',
		description: 'A request for a social security record was accepted',
		data: () =>
			z.object({ recordId: fields.recordId(), recordType: fields.recordType().nullable() }),
		fetch: [
			{
				path: '/alpha/socialSecurities/{data.recordId}',
				datapoint: 'SOCIAL_SECURITY',
			},
			// Which of the two versions was asked the event does not say.
			{
				path: '/beta/socialSecurities/{data.recordId}',
				datapoint: 'SOCIAL_SECURITY',
				ifNothing: true,
			},
		],
	},
	RECORD_COMPLETED: {
		category: 'Records',
		title: 'Record Completed',
		description: 'A request for a social security record ended, with the record always included',
		payload: 'record',
		data: () =>
			z.object({
				recordId: fields.recordId(),
				recordType: fields.recordType(),
				status: fields.recordStatus(),
				resultCode: fields.recordResult().optional(),
				resultMessage: fields.text('Result in words', 'Record found').nullish(),
				payload: socialSecurityRecord().optional(),
			}),
		fetch: [
			{
				path: '/alpha/socialSecurities/{data.recordId}',
				datapoint: 'SOCIAL_SECURITY',
			},
			// Which of the two versions was asked the event does not say.
			{
				path: '/beta/socialSecurities/{data.recordId}',
				datapoint: 'SOCIAL_SECURITY',
				ifNothing: true,
			},
		],
	},
	USER_SESSION_COMPLETED: {
		category: 'Users',
		title: 'User Session Completed',
		description:
			'A person finished a session on a site, with all data of the session always included',
		payload: 'session',
		data: () => z.object({ session: session(), payload: sessionPayload() }),
		fetch: [
			{ path: '/users/{data.session.userId}/payload', datapoint: 'payload', payload: 'session' },
		],
	},
	USER_SESSION_RESET: {
		category: 'Users',
		title: 'User Session Reset',
		description: 'The session data of a user was cleared',
		data: () => z.object({ session: session() }),
		fetch: [{ path: '/users/{data.session.userId}', datapoint: 'user' }],
	},
} satisfies Record<string, EventEntry>;
