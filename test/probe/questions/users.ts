import { randomBytes } from 'node:crypto';
import { isJsonObject } from '../../../nodes/Smile/shared/jsonObject';
import { described, isSuccess } from '../describe';
import type { Question } from '../question';
import { heardOfArchive, unknownArchive } from '../scenes/archive';
import { makeHook } from '../scenes/hooks';
import { cameOrNot, shortly, user } from '../scenes/user';

/** Users, their sessions and tokens. */
export const userQuestions: Question[] = [
	{
		id: 'users.withoutSession',
		question: 'What does the session payload of a user without a session on a site answer?',
		decides: 'withoutSession',
		until: 'A 404 and empty lists both mean that there is nothing',
		ask: async (probe) => {
			const { id } = await user(probe);
			const answer = await probe.client.ask(`/users/${id}/payload`);
			const isMissing = answer.code === 'MISSING_RESOURCE';
			const value = isMissing ? 'missing' : isSuccess(answer) ? 'empty' : undefined;
			return { seen: `It is answered ${described(answer)}`, value };
		},
	},
	{
		id: 'users.emptyBodies',
		question: 'Does a POST without a body need the content type of JSON?',
		decides: 'typeOfEmptyBodies',
		until: 'Such a POST is sent with an empty object as JSON',
		ask: async (probe) => {
			const { id } = await user(probe);
			const answer = await probe.client.ask(`/tokens?userId=${id}`, { method: 'POST' });
			const value = isSuccess(answer) ? false : answer.status === 415 ? true : undefined;
			return { seen: `A token without a body is answered ${described(answer)}`, value };
		},
	},
	{
		id: 'users.unknownToken',
		question: 'What does a link token for an unknown user answer?',
		until: "Smile's answer is told as it is",
		ask: async (probe) => {
			const { id } = await user(probe);
			const unknown = `${id.replace(/[^-]*$/, '')}${randomBytes(16).toString('hex')}`;
			const ask = { method: 'POST', body: {} };
			const answer = await probe.client.ask(`/tokens?userId=${encodeURIComponent(unknown)}`, ask);
			return { seen: `It is answered ${described(answer)}` };
		},
	},
	{
		id: 'users.eventOfReset',
		question: 'Does resetting a session send USER_SESSION_RESET?',
		decides: 'eventOfReset',
		until: 'Neither node waits for it; the operation says what was done by its own answer',
		ask: async (probe) => {
			const { id } = await user(probe);
			await makeHook(probe, 'reset', { eventTypes: ['USER_SESSION_RESET'] });
			const ask = { method: 'POST', body: {} };
			const answer = await probe.client.ask(`/users/${id}/resetSession`, ask);
			if (!isSuccess(answer)) return { seen: `The reset is answered ${described(answer)}` };
			const event = await probe.receiver.waitFor(
				({ name, event: { data } }) =>
					name === 'reset' &&
					isJsonObject(data) &&
					isJsonObject(data.session) &&
					data.session.userId === id,
				shortly(probe),
			);
			return await cameOrNot(probe, event);
		},
	},
	{
		id: 'users.eventsOfMadeUsers',
		question: 'Does a user that Smile makes for an upload send USER_CREATED?',
		decides: 'eventsOfUploadUsers',
		until: 'Get Missed finds users in their list, whoever made them',
		ask: async (probe) => {
			const { userId } = await unknownArchive(probe);
			if (!userId) return { seen: 'The upload names no user' };
			const event = await heardOfArchive(probe, 'USER_CREATED');
			return await cameOrNot(probe, event);
		},
	},
];
