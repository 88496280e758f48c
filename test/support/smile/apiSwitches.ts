/**
 * What Smile's documents leave open about the answers of every operation, and about webhooks and their events. The
 * defaults are what its samples show, or what is likeliest.
 */
export interface ApiSwitches {
	/** The cursor of a list's last page: null in the samples, optional by the schema. */
	lastCursor: 'null' | 'missing' | 'empty';
	/** Whether cursors are numbers instead of texts. */
	numericCursors: boolean;
	/** In which order lists come; no parameter asks for one. */
	listOrder: 'oldestFirst' | 'newestFirst' | 'byId';
	/** What a path that Smile does not have answers: its own envelope, or the page of a gateway. */
	unknownPath: 'envelope' | 'page';
	/** Whether a wrong key is refused by a gateway, without Smile's envelope. */
	bareWrongKey: boolean;
	/** Leaves out what a webhook need not have by the schema: includePayload, and the secret. */
	sparseWebhooks: boolean;
	/** Whether a webhook without a secret is refused; one that is taken sends unsigned deliveries. */
	secretsRequired: boolean;
	/** What becomes of ALL_EVENTS that is asked for together with others. */
	allEventsAmongOthers: 'asSent' | 'alone' | 'refused';
	/** What the deletion of an unknown webhook answers. */
	unknownDeletion: 'MISSING_RESOURCE' | 'OK';
	/** What a deletion answers: an envelope without data, or 204 without a body. */
	deletionAnswer: 'envelope' | 'empty';
	/** How GET /accounts/{id}/payload gives lists: bare as in the schema, or as pages as events have them. */
	accountPayloadLists: 'bare' | 'pages';
	/** Whether those lists end after 300 entries, as in events. */
	accountPayloadCapped: boolean;
	/** What the payload of a revoked account answers. */
	revokedPayload: 'missing' | 'empty';
	/** What a GET of an account or archive answers that was revoked and is still listed. */
	revokedItself: 'record' | 'missing';
	/** How an event says that its webhook asked for no payload. */
	emptyPayload: 'missing' | 'null' | 'emptyObject';
	/** Leaves out of events what need not be there. */
	sparseEvents: boolean;
}

export const defaultApiSwitches: ApiSwitches = {
	lastCursor: 'null',
	numericCursors: false,
	listOrder: 'oldestFirst',
	unknownPath: 'envelope',
	bareWrongKey: false,
	sparseWebhooks: false,
	secretsRequired: true,
	allEventsAmongOthers: 'asSent',
	unknownDeletion: 'MISSING_RESOURCE',
	deletionAnswer: 'envelope',
	accountPayloadLists: 'bare',
	accountPayloadCapped: true,
	revokedPayload: 'missing',
	revokedItself: 'record',
	emptyPayload: 'missing',
	sparseEvents: false,
};
