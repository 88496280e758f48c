import type { SmileClient } from './client';
import type { Made } from './made';
import type { Patience } from './patience';
import type { Person } from './person';
import type { Receiver } from './receiver';
import type { ProbeSettings } from './settings';

/** What a question works with. */
export interface Probe {
	settings: ProbeSettings;
	patience: Patience;
	client: SmileClient;
	receiver: Receiver;
	made: Made;
	person: Person;
	/** Unguessable, and in everything that the run makes where Smile lets it be. */
	mark: string;
	stop: AbortSignal;
}

/** Why a question cannot be asked here and now. */
export class NotAsked extends Error {}

/** Why the whole run must end. */
export class Stopped extends Error {}

/** Something that is done once in a run, however many questions look at it. */
export function scene<T>(play: (probe: Probe) => Promise<T>): (probe: Probe) => Promise<T> {
	const played = new WeakMap<Probe, Promise<T>>();
	return async (probe) => {
		const running = played.get(probe) ?? play(probe);
		played.set(probe, running);
		return await running;
	};
}

/** Goes on only when somebody at the terminal agrees to what reaches people. */
export async function agreement({ person, stop }: Probe, question: string): Promise<void> {
	const answer = await person.confirm(question, stop);
	if (answer === undefined)
		throw new NotAsked('There is no terminal at which somebody could agree');
	if (!answer) throw new NotAsked('Whoever ran the probe did not agree');
}
