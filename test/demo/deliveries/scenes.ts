import type { Deliverable, SendOptions } from '../../support/smile/delivery';
import type { Told } from '../people/told';

/** One delivery of the simulated Smile, or of somebody who pretends to be Smile. */
export interface Scene {
	/** What the log shows as the event. */
	type: string;
	/** What is special about the delivery. */
	what: string;
	/** What happens in it, in plain words. */
	story?: string;
	/** Absent in a body that is no event. */
	eventId?: string;
	body: Deliverable;
	options?: SendOptions & { secret?: string };
	/** How many copies go out at the same moment; one unless said otherwise. */
	copies?: number;
	/** The only address that gets it; without one, every webhook that asks for the event does. */
	to?: string;
}

/** An event, signed as Smile signs. */
export function signed(event: Told): Scene {
	return { type: event.type, what: 'signed', eventId: event.id, body: event };
}

/** Smile tries twice more when it is refused; the pauses are shorter here. */
const tries = { retryPauses: [150, 150] };

/** Somebody on the way adds a digit to the number of records. */
export function changedOnTheWay(scene: Scene, to: string): Scene {
	const alter = (body: Buffer) => body.toString().replace('"count":', '"count":9');
	return { ...scene, to, what: 'forged: changed on the way', options: { ...tries, alter } };
}

export function withoutSignature(scene: Scene, to: string): Scene {
	return { ...scene, to, what: 'forged: no signature', options: { ...tries, signature: null } };
}

export function signedByAStranger(scene: Scene, to: string): Scene {
	const options = { ...tries, secret: 'dummy secret of a stranger' };
	return { ...scene, to, what: 'forged: signed with another secret', options };
}

export function sentAgain(scene: Scene): Scene {
	return { ...scene, what: 'sent twice: the same event again' };
}

export function notAskedFor(scene: Scene, to: string): Scene {
	return { ...scene, to, what: 'signed, but not asked for' };
}

export function noEvent(to: string): Scene {
	return {
		type: '(none)',
		what: 'signed, but no event',
		body: { greeting: 'hello' },
		to,
		options: tries,
	};
}
