import { isJsonObject, type JsonObject } from '../../../nodes/Smile/shared/jsonObject';
import { described, isSuccess } from '../describe';
import { NotAsked, scene, type Probe } from '../probe';
import { walk } from '../walk';
import { makeHook } from './hooks';
import { shortly } from './user';

/** Every account that the list holds, at most some hundreds. */
const accounts = scene(async ({ client }) => await walk(client, '/accounts', 3));

/** The account that was named, or any that is connected: it is only read. */
export const account = scene(async (probe): Promise<JsonObject> => {
	const named = probe.settings.account;
	if (named !== undefined) return await namedAccount(probe);
	const found = (await accounts(probe)).find((one) => statusOf(one) === 'CONNECTED');
	if (!found) throw new NotAsked('The sandbox holds no account. Link one with a test person first');
	return found;
});

/** The payload of the account, before anything is done to it. */
export const payload = scene(async (probe) => {
	const { id } = await account(probe);
	const answer = await probe.client.ask(`/accounts/${String(id)}/payload`);
	if (!isSuccess(answer)) throw new Error(`The payload was answered ${described(answer)}`);
	return answer.data;
});

/** The account that may be changed and revoked. */
export const namedAccount = scene(async ({ settings, client }): Promise<JsonObject> => {
	if (settings.account === undefined) {
		throw new NotAsked('SMILE_PROBE_ACCOUNT names no account that may be revoked');
	}
	const answer = await client.ask(`/accounts/${encodeURIComponent(settings.account)}`);
	if (!isSuccess(answer)) throw new Error(`SMILE_PROBE_ACCOUNT was answered ${described(answer)}`);
	return answer.data;
});

/** An export of the named account, which dies with it. */
export const exported = scene(async (probe) => {
	const { id } = await namedAccount(probe);
	const ask = { method: 'POST', body: { exportExtensionType: 'PDF' } };
	return await probe.client.ask(`/accounts/${String(id)}/exports/generate`, ask);
});

/** Revokes the named account; everything that has to be read from it was read before. */
export const accountRevocation = scene(async (probe) => {
	const { client, receiver } = probe;
	const { id } = await namedAccount(probe);
	// Where these fail, their own questions say so.
	await Promise.allSettled([payload(probe), exported(probe)]);
	await makeHook(probe, 'account', { eventTypes: ['ACCOUNT_DISCONNECTED'] });
	const answer = await client.ask(`/accounts/${String(id)}`, { method: 'DELETE' });
	if (!isSuccess(answer)) throw new Error(`The revocation was answered ${described(answer)}`);
	const event = await receiver.waitFor(
		({ name, event: { data } }) =>
			name === 'account' && isJsonObject(data) && data.accountId === id,
		shortly(probe),
	);
	const listed = await walk(client, '/accounts');
	return { id: String(id), event, found: listed.find((one) => one.id === id) };
});

/** An account that somebody revoked before, or the named one, which is revoked now. */
export async function revokedAccount(probe: Probe): Promise<string> {
	if (probe.settings.account !== undefined) return (await accountRevocation(probe)).id;
	const found = (await accounts(probe)).find((one) => statusOf(one) === 'DISCONNECTED');
	if (!found) throw new NotAsked('The sandbox lists no revoked account, and none may be revoked');
	return String(found.id);
}

export function statusOf({ connection, connectionStatus }: JsonObject): unknown {
	return isJsonObject(connection) ? connection.status : connectionStatus;
}
