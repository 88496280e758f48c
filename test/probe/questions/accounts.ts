import { datapoints } from '../../../nodes/Smile/events/datapoints';
import { isJsonObject, type JsonObject } from '../../../nodes/Smile/shared/jsonObject';
import { described, isSuccess } from '../describe';
import type { Question } from '../question';
import {
	account,
	accountRevocation,
	exported,
	namedAccount,
	payload,
	revokedAccount,
	statusOf,
} from '../scenes/account';
import { cameOrNot } from '../scenes/user';
import { statusOfFile } from '../statusOfFile';
import { walk } from '../walk';

/** The most records that a list of an event's payload has, by Smile's documents. */
const CAP = 300;

/** The lists of a payload that hold something, by their path in the API. */
function listsIn(found: JsonObject): Array<{ path: string; value: unknown; records: unknown[] }> {
	return Object.values(datapoints)
		.filter(({ isSingle }) => !isSingle)
		.map(({ name, path }) => ({ path, value: found[name], records: recordsIn(found[name]) }))
		.filter(({ records }) => records.length > 0);
}

function recordsIn(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	return isJsonObject(value) && Array.isArray(value.items) ? value.items : [];
}

/** Linked accounts. Only the one that was named is changed. */
export const accountQuestions: Question[] = [
	{
		id: 'accounts.payloadLists',
		question: 'Are the lists of GET /accounts/{id}/payload bare, or pages?',
		decides: 'accountPayloadLists',
		until: 'Both forms are read',
		needs: 'account',
		ask: async (probe) => {
			const [first] = listsIn(await payload(probe));
			if (!first) return { seen: 'The account has no list that holds anything' };
			const value = Array.isArray(first.value) ? 'bare' : 'pages';
			return { seen: `They are ${value}`, value };
		},
	},
	{
		id: 'accounts.payloadCap',
		question: 'Do those lists end after 300 records, as in events?',
		decides: 'accountPayloadCapped',
		until: 'A list that is full is read again from its own list',
		needs: 'account',
		ask: async (probe) => {
			const { id } = await account(probe);
			const lists = listsIn(await payload(probe));
			if (lists.some(({ records }) => records.length > CAP)) {
				return { seen: `One has more than ${CAP}`, value: false };
			}
			const full = lists.find(({ records }) => records.length === CAP);
			if (!full) return { seen: `No list of the account has ${CAP} records` };
			const all = await walk(probe.client, `${full.path}?sourceId=${String(id)}`, 4);
			if (all.length <= CAP) return { seen: `A list has ${CAP} records, and there are no more` };
			return { seen: `A list has ${CAP} records, and there are more`, value: true };
		},
	},
	{
		id: 'accounts.unsupportedMonitor',
		question: 'What does disabling the monitor of an account without one answer?',
		decides: 'unsupportedMonitor',
		until: "Smile's answer is told as it is",
		needs: 'ownAccount',
		ask: async (probe) => {
			const { id, monitorStatus } = await namedAccount(probe);
			if (monitorStatus !== 'UNSUPPORTED') return { seen: 'The account may have a monitor' };
			const ask = { method: 'POST', body: {} };
			const answer = await probe.client.ask(`/accounts/${String(id)}/disableMonitor`, ask);
			const isRefusal = answer.code !== undefined && answer.status < 500;
			const value = isSuccess(answer) ? 'accepted' : isRefusal ? 'refused' : undefined;
			return { seen: `It is answered ${described(answer)}`, value };
		},
	},
	{
		id: 'accounts.export',
		question: 'How long does an export take, and can it be downloaded without a key?',
		until: 'An export may take a minute; files are fetched without the key',
		needs: 'ownAccount',
		ask: async (probe) => {
			const answer = await exported(probe);
			const told = `It is answered ${described(answer)} after ${answer.durationMs} ms`;
			const { downloadUrl } = answer.data;
			if (typeof downloadUrl !== 'string') return { seen: told };
			return {
				seen: `${told}; without a key the file is answered ${await statusOfFile(probe, downloadUrl)}`,
			};
		},
	},
	{
		id: 'accounts.revocationEvent',
		question: 'Does the revocation of an account send ACCOUNT_DISCONNECTED?',
		until: 'Neither node waits for it; Get Missed reads the state of accounts',
		needs: 'ownAccount',
		ask: async (probe) => {
			const { event } = await accountRevocation(probe);
			return { seen: (await cameOrNot(probe, event)).seen };
		},
	},
	{
		id: 'accounts.revokedListed',
		question: 'Does a revoked account stay in the list?',
		until: 'Get Missed takes one that is listed as disconnected, and misses none that is not',
		needs: 'ownAccount',
		ask: async (probe) => {
			const { found } = await accountRevocation(probe);
			if (!found) return { seen: 'It is gone' };
			const isDisconnected = statusOf(found) === 'DISCONNECTED';
			return { seen: `It is listed as ${isDisconnected ? 'DISCONNECTED' : 'something else'}` };
		},
	},
	{
		id: 'accounts.revokedPayload',
		question: 'What does the payload of a revoked account answer?',
		decides: 'revokedPayload',
		until: 'A 404 and an empty payload both mean that there is no data',
		needs: 'account',
		ask: async (probe) => {
			const answer = await probe.client.ask(`/accounts/${await revokedAccount(probe)}/payload`);
			const isMissing = answer.code === 'MISSING_RESOURCE';
			const value = isMissing ? 'missing' : isSuccess(answer) ? 'empty' : undefined;
			return { seen: `It is answered ${described(answer)}`, value };
		},
	},
	{
		id: 'accounts.revokedItself',
		question: 'What does a revoked account itself answer?',
		until: 'A 404 means that there is nothing left; what was revoked is told by its state',
		needs: 'account',
		ask: async (probe) => {
			const answer = await probe.client.ask(`/accounts/${await revokedAccount(probe)}`);
			return { seen: `It is answered ${described(answer)}` };
		},
	},
];
