import { randomUUID } from 'node:crypto';
import { isKnownType } from '../../nodes/Smile/events/event';
import { sampleEvent } from '../../nodes/Smile/events/sample';
import type { Deliverable, SendOptions } from '../support/smile/delivery';
import { smileTime } from '../support/smile/webhookStore';

/** One delivery of the simulated Smile, or of somebody who pretends to be Smile. */
export interface Scene {
	/** What the log shows as the event. */
	type: string;
	/** What is special about the delivery. */
	what: string;
	/** Absent in a body that is no event. */
	eventId?: string;
	body: Deliverable;
	options?: SendOptions & { secret?: string };
	/** How many copies go out at the same moment; one unless said otherwise. */
	copies?: number;
}

/** An event that happens now, signed as Smile signs. */
export function signed(type: string, data: object = {}): Scene {
	if (!isKnownType(type)) throw new Error(`Smile has no event ${type}`);
	const eventId = `et-${randomUUID().replaceAll('-', '')}`;
	const sample = sampleEvent(type);
	const body = {
		...sample,
		id: eventId,
		createdAt: smileTime(),
		data: { ...sample.data, ...data },
	};
	return { type, what: 'signed', eventId, body };
}

/** Smile tries twice more when it is refused; the pauses are shorter here. */
const tries = { retryPauses: [150, 150] };

/** Somebody on the way adds a digit to the number of records. */
export function changedOnTheWay(): Scene {
	const alter = (body: Buffer) => body.toString().replace('"count":', '"count":9');
	const options = { ...tries, alter };
	return { ...signed('INCOMES_ADDED'), what: 'forged: changed on the way', options };
}

export function withoutSignature(): Scene {
	const options = { ...tries, signature: null };
	return { ...signed('ACCOUNT_CONNECTED'), what: 'forged: no signature', options };
}

function signedByAStranger(): Scene {
	const options = { ...tries, secret: 'dummy secret of a stranger' };
	return { ...signed('INCOMES_UPDATED'), what: 'forged: signed with another secret', options };
}

export function sentAgain(scene: Scene): Scene {
	return { ...scene, what: 'sent twice: the same event again' };
}

function noEvent(): Scene {
	return {
		type: '(none)',
		what: 'signed, but no event',
		body: { greeting: 'hello' },
		options: tries,
	};
}

/** What the demo plays first, in this order. */
export function scriptedScenes(): Scene[] {
	const incomes = signed('INCOMES_ADDED', { count: 12 });
	const atOnce = { ...signed('ACCOUNT_CREATED'), what: 'sent twice: both at once', copies: 2 };
	return [
		signed('ACCOUNT_CONNECTED', { loginName: 'niño.peñaflor' }),
		incomes,
		changedOnTheWay(),
		sentAgain(incomes),
		signed('INCOMES_UPDATED', { count: 4 }),
		withoutSignature(),
		signedByAStranger(),
		{ ...signed('LINK_ADDED'), what: 'signed, but not asked for' },
		atOnce,
		noEvent(),
		signed('ACCOUNT_FAILED'),
	];
}
