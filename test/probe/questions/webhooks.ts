import { randomBytes } from 'node:crypto';
import { described, isSuccess } from '../describe';
import { scene } from '../probe';
import type { Question } from '../question';
import { listeners, makeHook, removeHook } from '../scenes/hooks';

/** A webhook that is deleted, and then deleted again. */
const deletions = scene(async (probe) => {
	const { id, answer } = await makeHook(probe, 'deleted');
	if (id === undefined) throw new Error(`The webhook was answered ${described(answer)}`);
	return { first: await removeHook(probe, id), second: await removeHook(probe, id) };
});

/** What Smile takes, keeps and shows of a webhook. */
export const webhookQuestions: Question[] = [
	{
		id: 'webhooks.sparse',
		question: 'Do answers leave out what a webhook need not have?',
		decides: 'sparseWebhooks',
		until: 'No includePayload counts as false',
		ask: async (probe) => {
			const { answer } = (await listeners(probe)).answered;
			const value = !('includePayload' in answer.data);
			return { seen: `includePayload is ${value ? 'left out' : 'there'}`, value };
		},
	},
	{
		id: 'webhooks.secretEcho',
		question: 'Does Smile echo the secret of a webhook?',
		decides: 'options.withoutSecretEcho',
		until:
			'Where it does not, a salted hash kept since the creation tells whether the secret changed',
		ask: async (probe) => {
			const { answer, secret, id } = (await listeners(probe)).answered;
			const got = await probe.client.ask(`/webhooks/${id}`);
			const echoes = [answer, got].map(({ data }) => data.secret === secret);
			const seen = `Creation ${echoes[0] ? 'does' : 'does not'}, reading ${echoes[1] ? 'does' : 'does not'}`;
			return { seen, value: !echoes[1] };
		},
	},
	{
		id: 'webhooks.allEventsAmongOthers',
		question: 'What becomes of ALL_EVENTS together with other types?',
		decides: 'allEventsAmongOthers',
		until: 'The trigger sends ALL_EVENTS alone, and takes any of the answers for the same',
		ask: async (probe) => {
			const { both } = await listeners(probe);
			if (both.id === undefined) {
				return { seen: `It is refused with ${described(both.answer)}`, value: 'refused' };
			}
			const kept = both.answer.data.eventTypes;
			const count = Array.isArray(kept) ? kept.length : 0;
			const value = count === 2 ? 'asSent' : count === 1 ? 'alone' : undefined;
			return { seen: `${count} of 2 types are kept`, value };
		},
	},
	{
		id: 'webhooks.onePerAddress',
		question: 'Is a second webhook for an address refused?',
		decides: 'options.onePerAddress',
		until:
			'The new webhook is made before the old one goes. Only where that is refused, and an inactive one at the address too but not at one that nobody has, is it made after it. Where Smile gives the one that is there instead, nothing is deleted, and publishing or Update fails unless that one was changed in place',
		ask: async (probe) => {
			const other = (await listeners(probe))['other-twin'];
			const value = other.id === undefined;
			return { seen: `The second one is answered ${described(other.answer)}`, value };
		},
	},
	{
		id: 'webhooks.unknownDeletion',
		question: 'What does the deletion of an unknown webhook answer?',
		decides: 'unknownDeletion',
		until: 'Either is taken for gone',
		ask: async (probe) => {
			const { second } = await deletions(probe);
			const value = isSuccess(second)
				? 'OK'
				: second.code === 'MISSING_RESOURCE'
					? second.code
					: undefined;
			return { seen: `A second deletion is answered ${described(second)}`, value };
		},
	},
	{
		id: 'webhooks.neverKnown',
		question: 'What does the deletion of a webhook answer that never was?',
		until: "A 404 with Smile's code is taken for gone; another refusal is told as it is",
		ask: async ({ client }) => {
			const path = `/webhooks/${randomBytes(16).toString('hex')}`;
			return { seen: `It is answered ${described(await client.ask(path, { method: 'DELETE' }))}` };
		},
	},
	{
		id: 'webhooks.deletion',
		question: 'What does a deletion answer?',
		decides: 'deletionAnswer',
		until: 'Any 2xx counts, with and without a body',
		ask: async (probe) => {
			const { first } = await deletions(probe);
			if (!isSuccess(first)) return { seen: `A deletion is answered ${described(first)}` };
			const value = first.text === '' ? 'empty' : 'envelope';
			return { seen: `A deletion is answered ${described(first)}`, value };
		},
	},
	{
		id: 'webhooks.noEvents',
		question: 'Is a webhook without event types accepted?',
		until: 'The nodes refuse an empty list themselves',
		ask: async (probe) => {
			const { answer, id } = await makeHook(probe, 'no-events', { eventTypes: [] });
			if (id !== undefined) await removeHook(probe, id);
			return { seen: `It is answered ${described(answer)}` };
		},
	},
	{
		id: 'webhooks.noSecret',
		question: 'Is a webhook without a secret accepted?',
		decides: 'secretsRequired',
		until: 'The nodes make none, and a delivery without a signature is refused',
		ask: async (probe) => {
			const { answer, id } = (await listeners(probe))['no-secret'];
			return { seen: `It is answered ${described(answer)}`, value: id === undefined };
		},
	},
	{
		id: 'webhooks.nobodyThere',
		question: 'Is a webhook accepted at whose address nobody is?',
		until: "Smile's refusal is told, with its code and request id",
		ask: async (probe) => {
			const url = `https://nobody.invalid/${probe.mark}/nobody-there`;
			const { answer, id } = await makeHook(probe, 'nobody-there', { url });
			if (id !== undefined) await removeHook(probe, id);
			return { seen: `It is answered ${described(answer)}` };
		},
	},
	{
		id: 'webhooks.plainHttp',
		question: 'Is an address without https refused?',
		until: 'The nodes refuse it themselves',
		ask: async (probe) => {
			const { settings, mark } = probe;
			const url = `${settings.receiverUrl.replace(/^https:/, 'http:')}/${mark}/plain-http`;
			const { answer, id } = await makeHook(probe, 'plain-http', { url });
			if (id !== undefined) await removeHook(probe, id);
			return { seen: `It is answered ${described(answer)}` };
		},
	},
	{
		id: 'webhooks.update',
		question: 'Is there a way to change a webhook?',
		until: 'A change is a new webhook, and the deletion of the old one after it',
		ask: async (probe) => {
			const { id } = (await listeners(probe)).answered;
			const answers = ['PUT', 'PATCH'].map(async (method) => {
				const answer = await probe.client.ask(`/webhooks/${id}`, { method, body: {} });
				return `${method} is answered ${described(answer)}`;
			});
			return { seen: (await Promise.all(answers)).join(', ') };
		},
	},
];
