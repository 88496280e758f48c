import { isJsonObject, type JsonObject } from '../../../nodes/Smile/shared/jsonObject';
import { described, isSuccess } from '../describe';
import type { Probe } from '../probe';
import type { Question } from '../question';
import type { Try } from '../receiver';
import { invite } from '../scenes/invite';
import {
	betaRecord,
	otherConsents,
	signal,
	signalByTemplate,
	templateGone,
} from '../scenes/queries';
import { cameOrNot, shortly } from '../scenes/user';

/** A query with the state it was in, in a word that holds nothing of a person. */
const stateOf = ({ status }: JsonObject) => String(status).replace(/[^A-Z_]/g, '');

async function madeInvite(probe: Probe): Promise<JsonObject> {
	const answer = await invite(probe);
	if (!isSuccess(answer)) throw new Error(`The invite was answered ${described(answer)}`);
	return answer.data;
}

/** An event at the webhook of the invite, about the user that was made for it. */
async function heardOfInvite(probe: Probe, type: string): Promise<Try | undefined> {
	const { userId } = await madeInvite(probe);
	return await probe.receiver.waitFor(
		({ name, event: { type: told, data } }) =>
			name === 'invite' && told === type && isJsonObject(data) && data.userId === userId,
		shortly(probe),
	);
}

/** Whether a record repeats a request with something that was not sent, or in another type. */
function differs(echo: unknown, sent: unknown): boolean {
	if (!isJsonObject(echo) || !isJsonObject(sent)) return typeof echo !== typeof sent;
	return Object.entries(echo).some(([name, value]) => differs(value, sent[name]));
}

const query = { needs: 'query' } as const;

/** What reaches a person: one invite, and queries about the test person of Smile's documents. */
export const peopleQuestions: Question[] = [
	{
		id: 'invites.sandbox',
		question: 'Can invites be made in the sandbox?',
		until: "Smile's answer is told as it is",
		needs: 'invite',
		ask: async (probe) => ({ seen: `It is answered ${described(await invite(probe))}` }),
	},
	{
		id: 'invites.landingPage',
		question: 'Does an invite tell the address of its landing page?',
		decides: 'landingPageUrls',
		until: 'The field may be absent',
		needs: 'invite',
		ask: async (probe) => {
			const value = typeof (await madeInvite(probe)).inviteLandingPageUrl === 'string';
			return { seen: value ? 'It does' : 'It does not', value };
		},
	},
	{
		id: 'invites.sendEmail',
		question: 'Is a template obeyed that says to send no e-mail?',
		decides: 'obeysSendEmail',
		until: 'Every invite counts as an e-mail: it is never sent twice',
		needs: 'invite',
		ask: async (probe) => {
			await madeInvite(probe);
			const question =
				'Look into the mailbox of SMILE_PROBE_EMAIL, and give it two minutes. Did an e-mail arrive?';
			const arrived = await probe.person.confirm(question, probe.stop);
			if (arrived === undefined) return { seen: 'Nobody could look whether an e-mail arrived' };
			return { seen: arrived ? 'An e-mail arrived' : 'No e-mail arrived', value: !arrived };
		},
	},
	{
		id: 'invites.event',
		question: 'Does an invite send INVITE_INVITED?',
		decides: 'eventOfInvite',
		until: 'Neither node waits for it; Get Missed reads the log of invites',
		needs: 'invite',
		ask: async (probe) => await cameOrNot(probe, await heardOfInvite(probe, 'INVITE_INVITED')),
	},
	{
		id: 'invites.eventOfUser',
		question: 'Does a user that Smile makes for an invite send USER_CREATED?',
		decides: 'eventsOfInviteUsers',
		until: 'Get Missed finds users in their list, whoever made them',
		needs: 'invite',
		ask: async (probe) => await cameOrNot(probe, await heardOfInvite(probe, 'USER_CREATED')),
	},
	{
		id: 'queries.processingCode',
		question: 'What is the result code of a query that is being processed?',
		decides: 'processingCode',
		until: 'The status alone tells whether a query has ended',
		...query,
		ask: async (probe) => {
			const { first } = await signal(probe);
			if (first.status !== 'PROCESSING') return { seen: `It was ${stateOf(first)} at once` };
			const { resultCode } = first;
			const value = resultCode === null || resultCode === '' ? resultCode : undefined;
			return {
				seen: `It is ${resultCode === '' ? 'empty' : resultCode === null ? 'null' : 'another'}`,
				value,
			};
		},
	},
	{
		id: 'queries.emptyResultCodes',
		question: 'Do finished queries have an empty result code, as in some samples?',
		decides: 'emptyResultCodes',
		until: 'The status alone tells whether a query has ended',
		...query,
		ask: async (probe) => {
			const { last } = await signal(probe);
			if (last.status === 'PROCESSING') return { seen: 'It was not finished in time' };
			const value = last.resultCode === '';
			return { seen: `${stateOf(last)}, result code ${value ? 'empty' : 'not empty'}`, value };
		},
	},
	{
		id: 'queries.echo',
		question: 'Does a query repeat its request as it was sent?',
		decides: 'echo',
		until: 'A query is found again by what both have in common, whatever the type',
		...query,
		ask: async (probe) => {
			const { sent, last } = await signal(probe);
			if (!isJsonObject(last.requestMeta)) return { seen: 'It does not repeat it' };
			const value = differs(last.requestMeta, sent) ? 'asInSamples' : 'asSent';
			const words = { asInSamples: 'With other types, or fields beside', asSent: 'As it was sent' };
			return { seen: words[value], value };
		},
	},
	{
		id: 'queries.wrappedSignals',
		question: 'Are the signals in a list wrapped in an object of their own?',
		decides: 'wrappedSignals',
		until: 'Both forms are read',
		...query,
		ask: async (probe) => {
			const found = async () => (await probe.client.ask('/beta/signals?size=1')).data.items;
			const listed = [await found()].flat().filter(isJsonObject);
			if (listed.length === 0) await signal(probe);
			const [first] = listed.length > 0 ? listed : [await found()].flat().filter(isJsonObject);
			if (!first) return { seen: 'The list holds no signal' };
			const value = isJsonObject(first.signal);
			return { seen: value ? 'They are' : 'They are not', value };
		},
	},
	{
		id: 'queries.templateAlone',
		question: 'May a consent name nothing but a template?',
		until: "A consent may have a template, or a type and version; Smile's refusal is told as it is",
		...query,
		ask: async (probe) => ({ seen: `It is answered ${described(await signalByTemplate(probe))}` }),
	},
	{
		id: 'queries.otherConsents',
		question: 'Which other ways to name the document of a consent are refused?',
		until: "A consent may have a template, or a type and version; Smile's refusal is told as it is",
		...query,
		ask: async (probe) => {
			const answers = Object.entries(await otherConsents(probe));
			return { seen: answers.map(([way, answer]) => `${way}: ${described(answer)}`).join('; ') };
		},
	},
	{
		id: 'queries.templateGone',
		question: 'What becomes of a query whose consent template is deleted?',
		until: 'The deletion says nothing about queries; one is read by its own id',
		...query,
		ask: async (probe) => {
			const { read, isNamed } = await templateGone(probe);
			const told = `It is answered ${described(read)}`;
			if (!isSuccess(read)) return { seen: told };
			return { seen: `${told} and ${isNamed ? 'still names' : 'does not name'} the template` };
		},
	},
	{
		id: 'queries.betaRecordEvents',
		question: 'Do social security queries of the beta send RECORD_CREATED and RECORD_COMPLETED?',
		decides: 'eventsOfBetaRecords',
		until: 'Waiting for a result reads the record itself',
		...query,
		ask: async (probe) => {
			const { first } = await betaRecord(probe);
			const event = await probe.receiver.waitFor(
				({ name, event: { data } }) =>
					name === 'records' && isJsonObject(data) && data.recordId === first.id,
				shortly(probe),
			);
			return await cameOrNot(probe, event);
		},
	},
];
