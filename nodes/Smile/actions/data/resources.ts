import type { FilterName } from './filters';

/** More that can be read with one record, by an option of its Get operation. */
export interface Extra {
	/** Name of the option. */
	option: string;
	displayName: string;
	description: string;
	/** Below the record's own path. */
	path: string;
	/** Field of the result that holds it. */
	field: string;
	/** Whether it is a list, read to its end. */
	isList: boolean;
}

/** One kind of thing that can be read from Smile. */
export interface DataResource {
	/** As shown in the Resource list. */
	name: string;
	/** As in a sentence. */
	plural: string;
	path: string;
	/** An id in the form that Smile gives it. */
	idExample: string;
	/** Query parameters of the list beside size and cursor. */
	filters: readonly FilterName[];
	/** What startDate and endDate look at, in words. */
	datedBy?: string;
	/** Fields of a simplified record to their places in it; for records of more than ten fields. */
	simplified?: Readonly<Record<string, string>>;
	/** Places of the values that tell one record from another in a list of them; without, none is offered. */
	label?: readonly string[];
	extra?: Extra;
}

const ofSource = ['sourceId', 'userId'] as const;
const dated = ['startDate', 'endDate'] as const;
const origin = { sourceId: 'metadata.sourceId', userId: 'metadata.userId' };

/**
 * Every readable resource by its stable value (Smile's OpenAPI document 1.14.0). Fields, requests, lists and
 * documents derive from it: a row more is a resource more.
 */
export const dataTable = {
	account: {
		name: 'Account',
		plural: 'accounts',
		path: '/accounts',
		idExample: 'a-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
		filters: ['userId', ...dated],
		datedBy: 'linking date',
		label: ['providerId', 'connectionStatus', 'createdAt'],
		extra: {
			option: 'includePayload',
			displayName: 'Include Payload',
			description:
				'Whether to add everything that Smile read from the account under "payload", which is null once that is gone',
			path: '/payload',
			field: 'payload',
			isList: false,
		},
	},
	archive: {
		name: 'Archive',
		plural: 'archives',
		path: '/archives',
		idExample: 'archive-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
		filters: ['userId', 'fileType', ...dated],
		datedBy: 'archive date',
		simplified: {
			id: 'id',
			createdAt: 'createdAt',
			userId: 'userId',
			type: 'type',
			status: 'state.status',
			errorCode: 'state.errorCode',
			errorMessage: 'state.errorMessage',
			updatedAt: 'state.updatedAt',
			fileName: 'rawFiles.0.name',
			fileUrl: 'rawFiles.0.url',
		},
		label: ['type', 'state.status', 'createdAt'],
	},
	contribution: {
		name: 'Contribution',
		plural: 'contributions',
		path: '/contributions',
		idExample: 'con-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
		filters: [...ofSource, ...dated],
		datedBy: 'contribution date',
	},
	document: {
		name: 'Document',
		plural: 'documents',
		path: '/documents',
		idExample: 'd-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
		filters: ofSource,
		label: ['name', 'documentType', 'issueDate'],
	},
	employment: {
		name: 'Employment',
		plural: 'employments',
		path: '/employments',
		idExample: 'e-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
		filters: [...ofSource, ...dated],
		datedBy: 'employment date',
		simplified: {
			id: 'id',
			employer: 'employer',
			jobTitle: 'jobTitle',
			department: 'department',
			employeeNumber: 'employeeNumber',
			status: 'status',
			startDate: 'startDate',
			endDate: 'endDate',
			...origin,
		},
		label: ['employer', 'jobTitle', 'startDate'],
	},
	estimatedIncome: {
		name: 'Estimated Income',
		plural: 'estimated incomes',
		path: '/eincomes',
		idExample: 'einc-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
		filters: [...ofSource, 'startMonth', 'endMonth'],
	},
	identity: {
		name: 'Identity',
		plural: 'identities',
		path: '/identities',
		idExample: 'i-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
		filters: ofSource,
		simplified: {
			id: 'id',
			fullName: 'fullName',
			dateOfBirth: 'dob',
			gender: 'gender',
			country: 'countryResidence',
			email: 'emails.0.address',
			phone: 'phones.0.number',
			address: 'addresses.0.fullAddress',
			...origin,
		},
		label: ['fullName', 'dob'],
	},
	income: {
		name: 'Income',
		plural: 'incomes',
		path: '/incomes',
		idExample: 'inc-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
		filters: [...ofSource, ...dated],
		datedBy: 'income date',
		simplified: {
			id: 'id',
			employer: 'employer',
			startDate: 'startDate',
			endDate: 'endDate',
			currency: 'currency',
			frequency: 'frequency',
			grossAmount: 'grossAmount',
			netAmount: 'netAmount',
			...origin,
		},
	},
	insight: {
		name: 'Insight',
		plural: 'insights',
		path: '/insights',
		idExample: 'insight-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
		filters: ofSource,
		simplified: {
			id: 'id',
			cutoffTime: 'cutoffTime',
			incomesCount: 'features.incomes_count',
			incomesAverage: 'features.incomes_amount_average',
			currentIncome: 'features.incomes_current_amount',
			outstandingLoans: 'features.liabilities_outstanding_amount_total',
			currentTenure: 'features.employments_current_tenure',
			age: 'features.identity_age',
			...origin,
		},
	},
	invite: {
		name: 'Invite',
		plural: 'invites',
		path: '/invites',
		idExample: 'iv-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
		filters: [],
		simplified: {
			id: 'id',
			userId: 'userId',
			fullName: 'fullName',
			email: 'email',
			status: 'status',
			createdAt: 'createdAt',
			updatedAt: 'updatedAt',
			invitedAt: 'invitedAt',
			linkedAt: 'linkedAt',
			templateId: 'templateId',
		},
		label: ['fullName', 'email', 'status'],
		extra: {
			option: 'includeLogs',
			displayName: 'Include Logs',
			description: 'Whether to add every status that the invite has had under "logs"',
			path: '/logs',
			field: 'logs',
			isList: true,
		},
	},
	liability: {
		name: 'Liability',
		plural: 'liabilities',
		path: '/liabilities',
		idExample: 'lia-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
		filters: [...ofSource, ...dated],
		datedBy: 'start date of the loan',
		simplified: {
			id: 'id',
			type: 'type',
			startDate: 'startDate',
			endDate: 'endDate',
			currency: 'currency',
			loanAmount: 'loanAmount',
			outstandingBalance: 'outstandingBalance',
			overduePaymentAmount: 'overduePaymentAmount',
			...origin,
		},
		label: ['type', 'referenceId', 'startDate'],
	},
	link: {
		name: 'Link',
		plural: 'links',
		path: '/links',
		idExample: 'link-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
		filters: ofSource,
	},
	provider: {
		name: 'Provider',
		plural: 'providers',
		path: '/providers',
		idExample: 'sss_ph',
		filters: ['accountConnection', 'active', 'enabled', 'ids', 'name', 'subType', 'topIds', 'type'],
		simplified: {
			id: 'id',
			name: 'name',
			longName: 'longName',
			type: 'type',
			subType: 'subType',
			active: 'active',
			enabled: 'enabled',
			accountConnection: 'accountConnection',
			supported: 'supported',
		},
		label: ['name', 'typeLabel'],
	},
	rating: {
		name: 'Rating',
		plural: 'ratings',
		path: '/ratings',
		idExample: 'r-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
		filters: ofSource,
	},
	task: {
		name: 'Task',
		plural: 'tasks',
		path: '/tasks',
		idExample: 'task-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
		filters: [...ofSource, ...dated],
		datedBy: 'creation date',
		label: ['type', 'status', 'startedAt'],
	},
	transaction: {
		name: 'Transaction',
		plural: 'transactions',
		path: '/transactions',
		idExample: 't-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
		filters: [...ofSource, ...dated],
		datedBy: 'transaction date',
	},
	user: {
		name: 'User',
		plural: 'users',
		path: '/users',
		idExample: 'acme-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
		filters: dated,
		datedBy: 'creation date',
		label: ['createdAt', 'session.status'],
	},
} as const satisfies Record<string, DataResource>;
