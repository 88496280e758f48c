import { counted, described, isSuccess } from '../describe';
import type { Question } from '../question';
import type { Try } from '../receiver';
import { unknownFile, upload } from '../scenes/archive';
import { listeners, makeHook } from '../scenes/hooks';
import { allTries, user } from '../scenes/user';
import { seconds, timeoutSeen } from '../timeoutSeen';

/** The pauses between tries, as a person reads them. */
function paced(tries: readonly Try[]): string {
	const pauses = tries.slice(1).map(({ at }, index) => ((at - tries[index].at) / 1000).toFixed(1));
	const count = counted(tries.length, 'try', 'tries');
	return pauses.length > 0 ? `${count}, with ${pauses.join(' and ')} s between them` : count;
}

/** What becomes of a delivery that was not answered with 2xx. Belongs last: it takes some minutes. */
export const retryQuestions: Question[] = [
	{
		id: 'retries.refused',
		question: 'Does a delivery that was answered 500 come again, and when?',
		until:
			'A first delivery that failed never swallows its repetition; Get Missed finds what is lost',
		ask: async (probe) => ({ seen: paced((await allTries(probe))('refused')) }),
	},
	{
		id: 'retries.noAnswer',
		question: 'Does a delivery whose connection was cut come again?',
		until: 'The same',
		ask: async (probe) => ({ seen: paced((await allTries(probe))('cut')) }),
	},
	{
		id: 'retries.timeout',
		question: 'After how long is a 2xx too late?',
		until: 'A delivery is answered at once, before the execution has ended',
		ask: async (probe) => {
			const tries = await allTries(probe);
			const steps = probe.patience.lateMs.map((afterMs, index) => {
				const [first, ...again] = tries(`late-${index}`);
				return {
					afterMs,
					arrived: Boolean(first),
					again: again.length,
					hungUpAfterMs: first?.hungUpAfterMs,
				};
			});
			return { seen: timeoutSeen(steps) };
		},
	},
	{
		id: 'retries.redirect',
		question: 'Does Smile follow a redirection?',
		until: 'The trigger answers none',
		ask: async (probe) => {
			const tries = await allTries(probe);
			const followed = probe.receiver.tries.some(({ name }) => name === 'redirected');
			const told = followed ? 'It does' : 'It does not';
			return { seen: `${told}; the first address got ${paced(tries('redirect'))}` };
		},
	},
	{
		id: 'retries.nobodyListened',
		question: 'Does a delivery come again that found nobody listening?',
		until: 'The same',
		ask: async (probe) => {
			await allTries(probe);
			const { patience, receiver } = probe;
			const { id: userId } = await user(probe);
			await makeHook(probe, 'down', { eventTypes: ['ARCHIVE_STARTED'] });
			const { answer, at } = await receiver.restDuring(async () => {
				const done = await upload(probe, unknownFile, { userId });
				return { answer: done, at: receiver.now };
			}, patience.downMs);
			if (!isSuccess(answer)) return { seen: `An upload is answered ${described(answer)}` };
			const fits = ({ name, body }: Try) =>
				name === 'down' && body.includes(String(answer.data.id));
			const found = await receiver.waitFor(fits, patience.retriesMs);
			const down = `nobody listened for ${seconds(patience.downMs)}`;
			if (!found) return { seen: `It did not, after ${down} (behind a tunnel, that answered)` };
			return {
				seen: `It arrived ${seconds(found.at - at)} after the upload, where ${down} (behind a tunnel, that answered)`,
			};
		},
	},
	{
		id: 'retries.stillActive',
		question: 'Is a webhook switched off after a delivery that failed for good?',
		until: 'A webhook that is not active is replaced when the workflow is published again',
		ask: async (probe) => {
			await allTries(probe);
			const { id } = (await listeners(probe)).refused;
			const answer = await probe.client.ask(`/webhooks/${id}`);
			if (!isSuccess(answer)) return { seen: 'The webhook can no longer be read' };
			return { seen: answer.data.active === false ? 'It is' : 'It stays active' };
		},
	},
];
