/* eslint-disable @n8n/community-nodes/no-restricted-imports -- pauses after the rate limit was tried */
import { setTimeout as pause } from 'node:timers/promises';
import { counted, described, isSuccess } from '../describe';
import { scene, type Probe } from '../probe';
import type { Question } from '../question';

const wrongKey = scene(
	async ({ client }) => await client.ask('/webhooks?size=1', { apiSecret: 'not-the-secret' }),
);

const keyCodes = ['INVALID_CREDENTIALS', 'INVALID_TOKEN', 'UNAUTHORIZED_ACCESS'];

const stages = { alpha: '/alpha/verifications?size=1', beta: '/beta/signals?size=1' };

/** The answer of each stage of the API that the tenant has no access to. */
const closedStages = scene(async ({ client }) => {
	const closed: Array<{ stage: string; seen: string; code?: string }> = [];
	for (const [stage, path] of Object.entries(stages)) {
		const answer = await client.ask(path);
		if (answer.status !== 403 && answer.status !== 404) continue;
		closed.push({ stage, seen: described(answer), code: answer.code });
	}
	return closed;
});

/** A refused request whose content would be known again. */
async function refusedInput({ client, made, mark }: Probe) {
	made.begin('consentTemplates');
	const body = { consentType: mark, version: mark.repeat(20), consentText: mark };
	const answer = await client.ask('/consentTemplates', { method: 'POST', body });
	if (isSuccess(answer)) made.note('consentTemplates', String(answer.data.id));
	return answer;
}

/** Keys, hosts, limits and refusals. */
export const accessQuestions: Question[] = [
	{
		id: 'wrongKey.code',
		question: 'Which code does a wrong key get?',
		decides: 'options.wrongKeyAnswer',
		until: '400 INVALID_CREDENTIALS, 401 and 403 all mean a wrong key',
		ask: async (probe) => {
			const answer = await wrongKey(probe);
			const value = keyCodes.find((code) => code === answer.code);
			return { seen: `A wrong secret is answered ${described(answer)}`, value };
		},
	},
	{
		id: 'wrongKey.envelope',
		question: "Does the refusal of a wrong key have Smile's envelope?",
		decides: 'bareWrongKey',
		until:
			'A 401 without the envelope means a wrong key, too; a 403 may come from something in between',
		ask: async (probe) => {
			const answer = await wrongKey(probe);
			const value = answer.code === undefined;
			return { seen: `A wrong secret is answered ${described(answer)}`, value };
		},
	},
	{
		id: 'unknownPath',
		question: 'What does a path answer that Smile does not have?',
		decides: 'unknownPath',
		until: "Either answer is told as an address that is not that of Smile's API",
		ask: async ({ client }) => {
			const answer = await client.ask('/no-such-path');
			const value = answer.code === undefined ? 'page' : 'envelope';
			return { seen: `An unknown path is answered ${described(answer)}`, value };
		},
	},
	{
		id: 'stages.closed',
		question: 'Which stages of the API are closed to a tenant without an invitation?',
		decides: 'closedStages',
		until: 'Errors of what is below /alpha say that Smile gives access by invitation',
		ask: async (probe) => {
			const value = (await closedStages(probe)).map(({ stage }) => stage);
			return { seen: value.length > 0 ? `Closed: ${value.join(', ')}` : 'Both are open', value };
		},
	},
	{
		id: 'stages.answer',
		question: 'How does a closed stage answer?',
		decides: 'closedAnswer',
		until: '403 and 404 are told alike',
		ask: async (probe) => {
			const [closed] = await closedStages(probe);
			if (!closed) return { seen: 'No stage is closed to this tenant' };
			const codes = ['UNAUTHORIZED_ACCESS', 'MISSING_RESOURCE'];
			const value = codes.find((code) => code === closed.code);
			return { seen: `${closed.stage} is answered ${closed.seen}`, value };
		},
	},
	{
		id: 'refusal.repeatsInput',
		question: 'Do the messages of refusals repeat what was sent?',
		decides: 'messagesRepeatInput',
		until: 'What was sent, addresses, numbers and files are taken out of every message of Smile',
		ask: async (probe) => {
			const answer = await refusedInput(probe);
			if (isSuccess(answer)) return { seen: 'A version of more than 64 characters was accepted' };
			const value = JSON.stringify(answer.json.message ?? '').includes(probe.mark);
			return { seen: `${described(answer)} ${value ? 'repeats' : 'does not repeat'} it`, value };
		},
	},
	{
		id: 'refusal.contentType',
		question: 'How is a POST with another content type refused?',
		until: 'Every POST is sent as JSON',
		ask: async ({ client, made }) => {
			made.begin('webhooks');
			const ask = { method: 'POST', body: {}, type: 'text/plain' };
			return { seen: `An empty text is answered ${described(await client.ask('/webhooks', ask))}` };
		},
	},
	{
		id: 'rateLimit',
		question: 'How does the rate limit answer, and does it say when to come back?',
		until:
			'Requests are spread over time; a 429 is repeated after growing pauses, or when its Retry-After says',
		ask: async ({ client }) => {
			const all = Array.from({ length: 30 }, async () => await client.send('/webhooks?size=1'));
			const answers = await Promise.all(all);
			await pause(1_100);
			const over = answers.filter(({ status }) => status === 429);
			const passed = `${answers.length - over.length} of 30 requests at once were answered`;
			if (over.length === 0) return { seen: passed };
			const retryAfter = over[0].headers.has('retry-after') ? 'with' : 'without';
			const others = counted(over.length, 'other');
			return { seen: `${passed}, ${others} with ${described(over[0])}, ${retryAfter} Retry-After` };
		},
	},
];
