import { isJsonObject } from '../../../nodes/Smile/shared/jsonObject';
import { described, isSuccess } from '../describe';
import type { Question } from '../question';
import { revocation } from '../scenes/archive';
import { cameOrNot } from '../scenes/user';

/** What is left of an archive that was revoked through the API. */
export const revocationQuestions: Question[] = [
	{
		id: 'revocation.event',
		question: 'Does a revocation through the API send ARCHIVE_REVOKED?',
		decides: 'eventsOfRevocation',
		until: 'Neither node waits for it; Get Missed reads the state of archives and accounts',
		ask: async (probe) => {
			const { event } = await revocation(probe);
			return await cameOrNot(probe, event);
		},
	},
	{
		id: 'revocation.listed',
		question: 'Does a revoked archive stay in the list?',
		decides: 'revokedStaysListed',
		until: 'Get Missed takes one that is listed as revoked, and misses none that is not',
		ask: async (probe) => {
			const { found } = await revocation(probe);
			const state = isJsonObject(found?.state) ? String(found.state.status) : 'another state';
			return { seen: found ? `It is listed as ${state}` : 'It is gone', value: Boolean(found) };
		},
	},
	{
		id: 'revocation.records',
		question: 'What do the lists of records of something revoked answer?',
		decides: 'answers.revokedLists',
		until: 'A 404 and an empty list both mean that there are no records',
		ask: async (probe) => {
			const { records } = await revocation(probe);
			const isMissing = records.code === 'MISSING_RESOURCE';
			const value = isMissing ? 'missing' : isSuccess(records) ? 'empty' : undefined;
			return { seen: `They are answered ${described(records)}`, value };
		},
	},
	{
		id: 'revocation.itself',
		question: 'What does a revoked archive itself answer?',
		decides: 'revokedItself',
		until: 'A 404 means that there is nothing left; what was revoked is told by its state',
		ask: async (probe) => {
			const { itself } = await revocation(probe);
			const isMissing = itself.code === 'MISSING_RESOURCE';
			const value = isMissing ? 'missing' : isSuccess(itself) ? 'record' : undefined;
			return { seen: `It is answered ${described(itself)}`, value };
		},
	},
];
