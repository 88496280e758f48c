/** How lists and payloads answer where Smile's documents leave it open; a test may change any of it. */
export interface DataAnswers {
	/** Whether endDate and endMonth are the first day or month that a list leaves out. */
	endsExcluded: boolean;
	/** What the lists of a revoked account or archive answer: nothing in them, or 404. */
	revokedLists: 'empty' | 'missing';
	/** How a payload of pages says that a source has none of a kind. */
	noneOfKind: 'null' | 'absent' | 'emptyObject' | 'emptyPage' | 'nullItems';
	/** Whether fields that need not be there are left out of lists. */
	sparse: boolean;
}

export const defaultAnswers = (): DataAnswers => ({
	endsExcluded: false,
	revokedLists: 'empty',
	noneOfKind: 'null',
	sparse: false,
});

/** What stands in a payload of pages for a kind of which there is none. */
export const nothing: Readonly<Record<DataAnswers['noneOfKind'], unknown>> = {
	null: null,
	absent: undefined,
	emptyObject: {},
	emptyPage: { nextCursor: null, items: [] },
	nullItems: { nextCursor: null, items: null },
};

/** Fields of a list's entries that Smile's OpenAPI document does not require. */
const optional = new Set([
	'datapoints',
	'externalMetadata',
	'session',
	'monitor',
	'monitorStatus',
	'invitedAt',
	'linkedAt',
]);

/** An entry of a list without the fields that need not be there. */
export function withoutOptional<Json extends object>(json: Json): Json {
	return Object.fromEntries(Object.entries(json).filter(([name]) => !optional.has(name))) as Json;
}
