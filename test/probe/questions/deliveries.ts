import { SMILE_ADDRESS } from '../../../nodes/Smile/delivery/callerAddress';
import { isJsonObject } from '../../../nodes/Smile/shared/jsonObject';
import { counted, described } from '../describe';
import type { Probe } from '../probe';
import type { Question } from '../question';
import type { Try } from '../receiver';
import { listeners } from '../scenes/hooks';
import { firstEvent, heardOfUser, user } from '../scenes/user';
import { signedAs } from '../signedAs';

/** A delivery of the first event to the webhook that answers at once. */
async function delivered(probe: Probe): Promise<Try> {
	const found = await heardOfUser(probe, 'answered');
	if (!found) throw new Error('No event arrived in time');
	return found;
}

const addressHeaders = ['x-forwarded-for', 'x-real-ip', 'cf-connecting-ip', 'forwarded'];

/** How an event reaches its webhooks. */
export const deliveryQuestions: Question[] = [
	{
		id: 'deliveries.sandbox',
		question: 'Does the sandbox send webhooks?',
		until: 'Event > Send Test and Sample Event in Test Runs need none',
		ask: async (probe) => {
			const { at } = await user(probe);
			const first = await firstEvent(probe);
			if (!first) return { seen: 'Nothing arrived in time after a user was made' };
			return { seen: `USER_CREATED arrived after ${Math.round(first.at - at)} ms` };
		},
	},
	{
		id: 'deliveries.request',
		question: 'Method, content type and user agent of a delivery?',
		until: 'Any content type of a signed POST is accepted',
		ask: async (probe) => {
			const { method, headers } = await delivered(probe);
			const type = headers['content-type'] ?? 'no content type';
			return { seen: `${method}, ${type}, ${headers['user-agent'] ?? 'no user agent'}` };
		},
	},
	{
		id: 'deliveries.headers',
		question: 'Which headers does a delivery have?',
		until: 'Only Smile-Signature is read',
		ask: async (probe) => {
			const { headers } = await delivered(probe);
			return { seen: `${Object.keys(headers).sort().join(', ')} (those of the tunnel among them)` };
		},
	},
	{
		id: 'deliveries.address',
		question: "Do the sandbox's deliveries come from the address that Smile documents?",
		until: 'Only From Smile Address is off unless somebody switches it on',
		ask: async (probe) => {
			const { headers, caller } = await delivered(probe);
			const told = addressHeaders.map((name) => String(headers[name] ?? ''));
			const isKnown = [caller, ...told].some((text) => text.includes(SMILE_ADDRESS));
			return {
				seen: isKnown
					? 'Yes'
					: "From another one, or the tunnel does not tell: see the tunnel's log",
			};
		},
	},
	{
		id: 'deliveries.signature',
		question: 'What is signed, how, and in which header is it?',
		until: 'HMAC-SHA512 over the raw bytes, hex, in Smile-Signature; anything else is refused',
		ask: async (probe) => {
			const { answered } = await listeners(probe);
			return { seen: signedAs(await delivered(probe), answered.secret) };
		},
	},
	{
		id: 'deliveries.secretBytes',
		question: 'Which bytes of a secret with foreign letters are the key?',
		until: 'Its UTF-8 bytes',
		ask: async (probe) => {
			const hook = (await listeners(probe))['foreign-letters'];
			if (!hook.id) return { seen: `Such a secret is answered ${described(hook.answer)}` };
			const found = await heardOfUser(probe, hook.name);
			return { seen: found ? signedAs(found, hook.secret) : 'No event arrived in time' };
		},
	},
	{
		id: 'deliveries.noSecret',
		question: 'Is a delivery of a webhook without a secret signed?',
		until: 'A delivery without a signature is refused',
		ask: async (probe) => {
			const hook = (await listeners(probe))['no-secret'];
			if (!hook.id) return { seen: 'Smile refuses such a webhook' };
			const found = await heardOfUser(probe, hook.name);
			if (!found) return { seen: 'No event arrived in time' };
			const signs = Object.keys(found.headers).filter((name) => /sign|hmac|digest/.test(name));
			return { seen: signs.length > 0 ? `It has ${signs.join(', ')}` : 'It has no signature' };
		},
	},
	{
		id: 'deliveries.envelope',
		question: 'What does an event look like around its data?',
		until: 'An event needs an id and a type, and nothing else',
		ask: async (probe) => {
			const { event } = await delivered(probe);
			const prefix = /^et-/.test(String(event.id)) ? 'with et-' : 'without et-';
			const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(String(event.createdAt));
			const seconds = time ? 'whole seconds in UTC' : 'another time format';
			return { seen: `${Object.keys(event).join(', ')}; ids ${prefix}; ${seconds}` };
		},
	},
	{
		id: 'deliveries.ping',
		question: 'Does Smile call the address when a webhook is made?',
		until: 'A call without a signature is refused and starts nothing',
		ask: async (probe) => {
			const { before } = await user(probe);
			return { seen: before.length > 0 ? counted(before.length, 'call') : 'No call came' };
		},
	},
	{
		id: 'deliveries.inactive',
		question: 'Does an inactive webhook get events?',
		until: 'The trigger makes active ones only',
		ask: async (probe) => {
			await delivered(probe);
			const found = probe.receiver.tries.some(({ name }) => name === 'inactive');
			return { seen: found ? 'It did' : 'It did not' };
		},
	},
	{
		id: 'deliveries.allEventsOnce',
		question: 'Does ALL_EVENTS together with the type of an event deliver it twice?',
		until: 'An event starts one execution, however often it comes',
		ask: async (probe) => {
			const { both } = await listeners(probe);
			if (!both.id) return { seen: 'Smile refuses such a webhook' };
			await heardOfUser(probe, both.name);
			return { seen: counted(await triesOf(probe, both.name), 'delivery', 'deliveries') };
		},
	},
	{
		id: 'deliveries.twins',
		question: 'Does each of two webhooks with one address get every event?',
		until: 'An event starts one execution, however often it comes',
		ask: async (probe) => {
			if (!(await listeners(probe))['other-twin'].id) return { seen: 'Smile refuses the second' };
			await heardOfUser(probe, 'twin');
			return { seen: counted(await triesOf(probe, 'twin'), 'delivery', 'deliveries') };
		},
	},
];

/** How often the user's event came to an address that was answered with 200. */
async function triesOf(probe: Probe, name: string): Promise<number> {
	const { id } = await user(probe);
	const fits = ({ name: at, event: { data } }: Try) =>
		at === name && isJsonObject(data) && data.userId === id;
	return probe.receiver.tries.filter(fits).length;
}
