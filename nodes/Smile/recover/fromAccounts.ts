import { isJsonObject, type JsonObject } from '../shared/jsonObject';
import { missedEvent, type MissedEvent } from './missedEvent';
import { providersOf } from './origin';

const LAST_STATE = 'Only the last state of the account is known, not the states before it';

/** What happened to an account; medium fidelity: Smile keeps the last state of its connection only. */
export function fromAccount(account: JsonObject): MissedEvent[] {
	const { id: objectId, userId, providerId } = account;
	const data = { userId, accountId: objectId, providers: providersOf(providerId) };
	const created = missedEvent({
		type: 'ACCOUNT_CREATED',
		objectId,
		createdAt: String(account.createdAt),
		data,
	});
	const connection = isJsonObject(account.connection) ? account.connection : {};
	return [created, ...fromConnection(connection, objectId, data)];
}

function fromConnection(
	{ status, updatedAt, errorCode, errorMessage }: JsonObject,
	objectId: unknown,
	data: JsonObject,
): MissedEvent[] {
	const common = { objectId, createdAt: String(updatedAt), data };
	switch (status) {
		case 'CONNECTED':
			return [
				missedEvent({
					...common,
					type: 'ACCOUNT_CONNECTED',
					notRecovered: [
						'data.loginName',
						LAST_STATE,
						'Whether Smile sent it: providers without a sign-in cause no such event',
					],
				}),
			];
		case 'ERROR':
			return [
				missedEvent({
					...common,
					type: 'ACCOUNT_FAILED',
					data: { ...data, errorCode, errorMessage },
					notRecovered: ['data.loginName', LAST_STATE],
				}),
			];
		case 'DISCONNECTED':
			return [missedEvent({ ...common, type: 'ACCOUNT_DISCONNECTED', notRecovered: [LAST_STATE] })];
		default:
			return [];
	}
}
