import { contents, contentOf } from './content';
import type { Diary } from './diary';
import { idOf } from './invented';
import { listOfDatapoint } from './kinds';
import type { Origin } from './shelves';

export type AccountEnd = 'connected' | 'failed' | 'revoked';

type Datapoint = keyof typeof listOfDatapoint;

const datapoints = Object.keys(listOfDatapoint) as Datapoint[];

/** Events about a single record, and the field with its id. */
const single: Partial<Record<Datapoint, [type: string, idField: string]>> = {
	IDENTITIES: ['IDENTITY_ADDED', 'identityId'],
	RATINGS: ['RATING_ADDED', 'ratingId'],
	INSIGHTS: ['INSIGHT_ADDED', 'id'],
	LINK: ['LINK_ADDED', 'id'],
};

/** Links an account; a connected one is read by a task and has records of every kind. */
export function linkAccount(diary: Diary, providerId: string, end: AccountEnd): string {
	const { store, person } = diary;
	const id = idOf('a-', 'account', person.number);
	const ofAccount = { accountId: id, providers: [providerId] };
	const failed = end === 'failed';
	const status = failed ? 'ERROR' : 'CONNECTED';
	const error = { errorCode: 'INVALID_AUTH', errorMessage: 'The password is not right' };
	store.add('accounts', {
		id,
		createdAt: diary.at(0.1),
		providerId,
		userId: person.userId,
		connectionStatus: status,
		connection: { status, ...(failed ? error : {}), updatedAt: diary.at(0.2) },
		monitorStatus: 'ACTIVE',
		monitor: { status: 'ACTIVE', updatedAt: diary.at(0.2) },
	});
	diary.tell('ACCOUNT_CREATED', 0.1, ofAccount);

	const login = { ...ofAccount, loginName: person.loginName };
	diary.tell(failed ? 'ACCOUNT_FAILED' : 'ACCOUNT_CONNECTED', 0.2, {
		...login,
		...(failed ? error : {}),
	});
	if (failed) return id;

	readAccount(diary, id, providerId);
	if (end === 'revoked') {
		diary.tell('ACCOUNT_DISCONNECTED', 0.95, ofAccount);
		store.revoke(id, { at: new Date(diary.at(0.95)) });
	}
	return id;
}

function readAccount(diary: Diary, accountId: string, providerId: string): void {
	const { store, person } = diary;
	const source = { sourceId: accountId, sourceType: 'ACCOUNT' as const };
	const origin = { ...source, createdAt: diary.at(0.1), userId: person.userId, providerId };
	const task = { ...source, taskType: 'LINK_ACCOUNT', providers: [providerId] };
	store.add('tasks', {
		id: idOf('task-', 'link', person.number),
		type: 'LINK_ACCOUNT',
		startedAt: diary.at(0.3),
		finishedAt: diary.at(0.6),
		status: 'Finished',
		datapoints,
		metadata: { ...origin, itemCreatedAt: diary.at(0.3) },
	});
	diary.tell('TASK_STARTED', 0.3, task);
	datapoints.forEach((datapoint, index) => {
		addRecords(diary, datapoint, 0.32 + index / 50, origin);
	});
	diary.tell('TASK_FINISHED', 0.6, { ...task, status: 'SUCCEEDED', errorCode: null, datapoints });
}

function addRecords(
	diary: Diary,
	datapoint: Datapoint,
	fraction: number,
	origin: Omit<Origin, 'itemCreatedAt'>,
): void {
	const { store, person } = diary;
	const kind = listOfDatapoint[datapoint];
	const metadata = { ...origin, itemCreatedAt: diary.at(fraction) };
	const { count } = contents[kind];
	const records = Array.from({ length: count }, (_none, index) => {
		const content = contentOf(kind, person.number * 10 + index, person);
		const path = `/invented/${origin.sourceId}/${content.id}.pdf`;
		const file = kind === 'documents' ? { fileUrl: store.shelf.urlOf(path) } : {};
		return store.add(kind, { ...content, ...file, metadata });
	});
	const [type, idField] = single[datapoint] ?? [`${datapoint}_ADDED`];
	diary.tell(type, fraction, {
		accountId: origin.sourceId,
		providers: [origin.providerId],
		...(idField ? { [idField]: records[0].id } : { count }),
	});
}
