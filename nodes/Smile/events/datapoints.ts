import type { JsonObject } from '../shared/jsonObject';

/** One kind of data that Smile reads from an account or archive. */
interface Row {
	/** What a payload and the items of the nodes call it. */
	name: string;
	/** List of its records at Smile; takes `sourceId`. */
	path: string;
	/** Whether a payload holds it as one object, and not as a list. */
	isSingle?: true;
	/** The event for stored records. */
	added: string;
	/** Field of that event with the id of the record, where the event tells of a single one. */
	idField?: 'identityId' | 'ratingId' | 'id';
}

/**
 * By the value in `data.datapoints` of finished tasks (OpenAPI 1.14.0, Datapoint). The values are irregular at
 * Smile: LINK stands beside INSIGHTS, for which a sample says INSIGHT.
 */
const rows = {
	IDENTITIES: {
		name: 'identity',
		path: '/identities',
		isSingle: true,
		added: 'IDENTITY_ADDED',
		idField: 'identityId',
	},
	RATINGS: {
		name: 'rating',
		path: '/ratings',
		isSingle: true,
		added: 'RATING_ADDED',
		idField: 'ratingId',
	},
	DOCUMENTS: { name: 'documents', path: '/documents', added: 'DOCUMENTS_ADDED' },
	INCOMES: { name: 'incomes', path: '/incomes', added: 'INCOMES_ADDED' },
	TRANSACTIONS: { name: 'transactions', path: '/transactions', added: 'TRANSACTIONS_ADDED' },
	EMPLOYMENTS: { name: 'employments', path: '/employments', added: 'EMPLOYMENTS_ADDED' },
	CONTRIBUTIONS: { name: 'contributions', path: '/contributions', added: 'CONTRIBUTIONS_ADDED' },
	LIABILITIES: { name: 'liabilities', path: '/liabilities', added: 'LIABILITIES_ADDED' },
	EINCOMES: { name: 'eincomes', path: '/eincomes', added: 'EINCOMES_ADDED' },
	LINK: { name: 'links', path: '/links', added: 'LINK_ADDED', idField: 'id' },
	INSIGHTS: {
		name: 'insight',
		path: '/insights',
		isSingle: true,
		added: 'INSIGHT_ADDED',
		idField: 'id',
	},
} as const satisfies Readonly<Record<string, Row>>;

export type Datapoint = Row & Pick<(typeof rows)[keyof typeof rows], 'added'>;

export const datapoints: Readonly<Record<string, Datapoint>> = rows;

const otherSpellings: Readonly<Record<string, string>> = { INSIGHT: 'INSIGHTS', LINKS: 'LINK' };

/** One spelling for each value of `data.datapoints`, so that two of one kind are equal; an unknown one as it is. */
export function datapointKey(value: string): string {
	return Object.hasOwn(otherSpellings, value) ? otherSpellings[value] : value;
}

/** The row for a value of `data.datapoints`; undefined for one that Smile added after this release. */
export function datapointOf(value: string): Datapoint | undefined {
	const key = datapointKey(value);
	return Object.hasOwn(datapoints, key) ? datapoints[key] : undefined;
}

/** The row for the name that a payload uses, such as `incomes`. */
export function datapointNamed(name: string): Datapoint | undefined {
	return Object.values(datapoints).find((row) => row.name === name);
}

/**
 * What an event says that it tells of. Smile's prose writes dataPoints for one event, its OpenAPI document datapoints
 * for all.
 */
export function namedDatapoints({ datapoints: named, dataPoints }: JsonObject): unknown {
	return named ?? dataPoints;
}
