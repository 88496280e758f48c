import { listOfDatapoint, type Kind } from './kinds';
import type { SmileRecord } from './shelves';
import type { DataStore } from './store';
import type { ToldEvent } from './toldEvents';

/** A record that an event speaks of, as Get Data should give it. */
export interface Held {
	datapoint: string;
	record: Record<string, unknown>;
	/** Of a payload only: its records do not say where they come from. */
	sourceId?: string;
}

type Behind = (store: DataStore, data: ToldEvent['data']) => Held[];

/** Payloads, and what Get Data calls a record, name three lists in the singular. */
const singular: Partial<Record<Kind, string>> = {
	identities: 'identity',
	ratings: 'rating',
	insights: 'insight',
};

/** Smile cuts the lists of a payload there, so longer ones have to be read from their list. */
const payloadLimit = 300;

/** What the store holds of that which an event names; written down here, not derived from the node's table. */
export function heldBehind(store: DataStore, { type, data }: ToldEvent): Held[] {
	const rows = behind[type] ?? [listNamedBy(type)];
	return rows.flatMap((row) => row(store, data));
}

const account = byId('account', 'accounts', 'accountId');
const archive = byId('archive', 'archives', 'archiveId');
const invite = byId('invite', 'invites', 'inviteId');
const inviteLogs = having('inviteLogs', 'inviteLogs', 'inviteId');
const verification = byId('verification', 'alpha/verifications', 'verificationId');
const socialSecurity = byId('SOCIAL_SECURITY', 'alpha/socialSecurities', 'recordId');
const eachDatapoint: Behind = (store, data) =>
	(data.datapoints as Array<keyof typeof listOfDatapoint>).flatMap((datapoint) =>
		recordsOf(store, listOfDatapoint[datapoint], data.sourceId),
	);

const behind: Readonly<Record<string, Behind[]>> = {
	USER_CREATED: [byId('user', 'users', 'userId'), (store, data) => sessionOf(store, data.userId)],
	USER_SESSION_COMPLETED: [(store, data) => sessionOf(store, userOf(data))],
	USER_SESSION_RESET: [
		(store, data) => byId('user', 'users', 'userId')(store, { userId: userOf(data) }),
	],
	ACCOUNT_CREATED: [account],
	ACCOUNT_CONNECTED: [account, (store, data) => payloadOf(store, data.accountId)],
	ACCOUNT_DISCONNECTED: [account],
	ACCOUNT_FAILED: [account],
	TASK_STARTED: [(store, data) => recordsOf(store, 'tasks', data.sourceId)],
	TASK_FINISHED: [eachDatapoint],
	ACCOUNT_SYNC_TASK_FINISHED: [eachDatapoint],
	ARCHIVE_STARTED: [archive],
	ARCHIVE_ANALYZED: [archive],
	ARCHIVE_REVOKED: [archive],
	ARCHIVE_FAILED: [archive],
	INVITE_INVITED: [invite, inviteLogs],
	INVITE_LINKED: [invite, inviteLogs, having('accounts', 'accounts', 'userId')],
	IDENTITY_ADDED: [byId('identity', 'identities', 'identityId')],
	RATING_ADDED: [byId('rating', 'ratings', 'ratingId')],
	INSIGHT_ADDED: [byId('insight', 'insights', 'id')],
	LINK_ADDED: [byId('links', 'links', 'id')],
	VERIFICATION_STARTED: [verification],
	VERIFICATION_COMPLETED: [verification],
	RECORD_CREATED: [socialSecurity],
	RECORD_COMPLETED: [socialSecurity],
};

/** The rest are named after the list of their account: INCOMES_ADDED, INCOMES_UPDATED. */
function listNamedBy(type: string): Behind {
	const kind = type.replace(/_(ADDED|UPDATED)$/, '').toLowerCase() as Kind;
	return (store, data) => recordsOf(store, kind, data.accountId);
}

function byId(datapoint: string, kind: Kind, field: string): Behind {
	return (store, data) =>
		[store.find(kind, String(data[field]))]
			.filter((record) => record !== undefined)
			.map((record) => ({ datapoint, record }));
}

function having(datapoint: string, kind: Kind, field: string): Behind {
	return (store, data) =>
		store
			.all(kind)
			.filter((record) => record[field] === data[field])
			.map((record) => ({ datapoint, record }));
}

function recordsOf(store: DataStore, kind: Kind, sourceId: unknown): Held[] {
	const datapoint = singular[kind] ?? kind;
	return store.of(kind, String(sourceId)).map((record) => ({ datapoint, record }));
}

function sessionOf(store: DataStore, userId: unknown): Held[] {
	return [...store.all('accounts'), ...store.all('archives')]
		.filter((source) => source.userId === userId)
		.flatMap(({ id }) => payloadOf(store, id));
}

/** A payload has records without their metadata; what was cut comes from the list, with it. */
function payloadOf(store: DataStore, source: unknown): Held[] {
	const sourceId = String(source);
	return Object.values(listOfDatapoint).flatMap((kind) => {
		const found = recordsOf(store, kind, sourceId);
		return found.map(({ datapoint, record }) => ({
			datapoint,
			record: found.length < payloadLimit ? withoutMetadata(record) : record,
			sourceId,
		}));
	});
}

function withoutMetadata(record: Held['record']): Held['record'] {
	const content: Partial<SmileRecord> = { ...record };
	delete content.metadata;
	return content;
}

function userOf({ session }: ToldEvent['data']): unknown {
	return (session as { userId?: unknown } | undefined)?.userId;
}
