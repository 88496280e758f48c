/** Path of every list that the simulation serves, to how it is filtered. */
export const kinds = {
	accounts: { dates: 'createdAt', user: 'userId' },
	archives: { dates: 'createdAt', user: 'userId', equal: { fileType: 'type' } },
	contributions: { dates: 'date' },
	documents: {},
	eincomes: { months: 'month' },
	employments: { dates: 'startDate' },
	identities: {},
	incomes: { dates: 'startDate' },
	insights: {},
	inviteLogs: {},
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
	'alpha/forms': { dates: 'createdAt', user: 'userId', equal: { winkSiteId: 'winkSiteId' } },
	'alpha/verifications': { dates: 'createdAt', equal: { verificationId: 'id' } },
	'alpha/socialSecurities': { equal: { socialSecurityId: 'id' } },
	'beta/socialSecurities': { equal: { socialSecurityId: 'id' } },
} satisfies Record<string, KindRow>;

export type Kind = keyof typeof kinds;

export interface KindRow {
	/** Field that startDate and endDate look at. */
	dates?: string;
	/** Field that startMonth and endMonth look at. */
	months?: string;
	/** Field with the user's id where it is not in `metadata`. */
	user?: string;
	/** Query parameter to the field that must equal it. */
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
