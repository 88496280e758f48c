import { pause } from './cancel';

/** Smile's limit for each source address over all endpoints (rate limits in its documentation). */
export const REQUESTS_PER_SECOND = 20;

/** A second and a little more, since requests do not all travel equally fast, in milliseconds. */
const WINDOW_MS = 1_050;

/** A request under way counts from its end, but a slow one not for ever, in milliseconds. */
const LONGEST_TRAVEL_MS = 500;

/** A request's place in the limit: the latest moment at which Smile may have counted it. */
interface Place {
	at: number;
}

/** The last places by base URL. The limit is one for this address, so all nodes of this process share them. */
const placesOf = new Map<string, Place[]>();

/**
 * Makes one call to a Smile host as soon as the limit allows: of any 21 calls in a row, the last begins a
 * second after the first was counted. A wait ends early when `signal` fires; `call` then finds that out.
 */
export async function paced<Value>(
	baseUrl: string,
	call: () => Promise<Value>,
	signal?: AbortSignal,
): Promise<Value> {
	const place = takePlace(baseUrl);
	await pause(place.at - Date.now(), signal);
	const begun = Date.now();
	try {
		return await call();
	} finally {
		place.at = Math.max(place.at, Math.min(Date.now(), begun + LONGEST_TRAVEL_MS));
	}
}

function takePlace(baseUrl: string): Place {
	const places = placesOf.get(baseUrl) ?? [];
	placesOf.set(baseUrl, places);

	const now = Date.now();
	const before = places.length < REQUESTS_PER_SECOND ? undefined : places.shift();
	// No wait is longer than its place in the queue: the clock may have been set back.
	const place = { at: Math.max(now, before ? before.at + WINDOW_MS : now) };
	places.push(place);
	return place;
}
