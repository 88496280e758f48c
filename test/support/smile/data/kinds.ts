/** Path of every list that the simulation serves, to how it is filtered. */
export const kinds = {
	accounts: { dates: 'createdAt', user: 'userId' },
	archives: { dates: 'createdAt', user: 'userId', equal: { fileType: 'type' } },
	consentTemplates: {},
	contributions: { dates: 'date' },
	documents: {},
	eincomes: { months: 'month' },
	employments: { dates: 'startDate' },
	identities: {},
	incomes: { dates: 'startDate' },
	insights: {},
	inviteLogs: {},
	inviteTemplates: {},
	invites: {},
	liabilities: { dates: 'startDate' },
	links: {},
	providers: {
		equal: {
			type: 'type',
			subType: 'subType',
			active: 'active',
			enabled: 'enabled',
			accountConnection: 'accountConnection',
			name: 'name',
		},
	},
	ratings: {},
	tasks: { dates: 'startedAt' },
	transactions: { dates: 'date' },
	users: { dates: 'createdAt' },
	'alpha/blacklists': {
		dates: 'createdAt',
		equal: { blacklistId: 'id', mobileNumber: 'requestMeta.mobileNumber' },
	},
	'alpha/footprints': {
		dates: 'createdAt',
		equal: {
			footprintId: 'id',
			emailAddress: 'requestMeta.emailAddress',
			mobileNumber: 'requestMeta.mobileNumber',
		},
	},
	'alpha/forms': { dates: 'createdAt', user: 'userId', equal: { winkSiteId: 'winkSiteId' } },
	'alpha/verifications': {
		dates: 'createdAt',
		equal: { verificationId: 'id', finalMatches: 'result.finalMatches' },
	},
	// The request of a validation names no user, so the filter finds nothing.
	'alpha/validations': {
		dates: 'createdAt',
		equal: { type: 'result.type', userId: 'requestMeta.userId' },
	},
	'alpha/socialSecurities': { dates: 'result.reportDate', equal: { socialSecurityId: 'id' } },
	'beta/socialSecurities': { dates: 'result.reportDate', equal: { socialSecurityId: 'id' } },
	'beta/maws': {
		dates: 'createdAt',
		equal: { mawId: 'id', mawType: 'type', mobileNumber: 'requestMeta.mobileNumber' },
	},
	'beta/signals': {
		dates: 'createdAt',
		equal: { signalId: 'id', signalType: 'signalType', phone: 'requestMeta.phone' },
	},
} satisfies Record<string, KindRow>;

export type Kind = keyof typeof kinds;

export interface KindRow {
	/** Field, or path to one, that startDate and endDate look at. */
	dates?: string;
	/** Field that startMonth and endMonth look at. */
	months?: string;
	/** Field with the user's id where it is not in `metadata`. */
	user?: string;
	/** Query parameter to the field, or path to one, that must equal it. */
	equal?: Record<string, string>;
}

/** Values of `datapoints` in a task to the list with its records (Smile's OpenAPI document). */
export const listOfDatapoint = {
	IDENTITIES: 'identities',
	RATINGS: 'ratings',
	DOCUMENTS: 'documents',
	EMPLOYMENTS: 'employments',
	INCOMES: 'incomes',
	CONTRIBUTIONS: 'contributions',
	LIABILITIES: 'liabilities',
	TRANSACTIONS: 'transactions',
	EINCOMES: 'eincomes',
	INSIGHTS: 'insights',
	LINK: 'links',
} as const satisfies Record<string, Kind>;

export type DatapointKind = (typeof listOfDatapoint)[keyof typeof listOfDatapoint];
