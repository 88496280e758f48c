import { pause } from './cancel';

/** Smile's limit for each source address over all endpoints (rate limits in its documentation). */
const REQUESTS_PER_SECOND = 20;

/** A second and a little more, since clocks do not all run alike, in milliseconds. */
const WINDOW_MS = 1_050;

/** A request's place in the limit: the moment, by the process's clock, from which it counts. */
interface Place {
	at: number;
}

/** The last places by base URL. The limit is one for this address, so all nodes of this process share them. */
const placesOf = new Map<string, Place[]>();

/**
 * Makes one call to a Smile host as soon as the limit allows: the twenty-first begins a second after the first
 * has ended, for Smile may have counted it as late as that; or has begun, where more than twenty are under way.
 * A wait ends early when `signal` fires; `call` then finds that out.
 */
export async function paced<Value>(
	baseUrl: string,
	call: () => Promise<Value>,
	signal?: AbortSignal,
): Promise<Value> {
	const place = takePlace(baseUrl);
	await pause(place.at - performance.now(), signal);
	try {
		return await call();
	} finally {
		place.at = Math.max(place.at, performance.now());
	}
}

function takePlace(baseUrl: string): Place {
	const places = placesOf.get(baseUrl) ?? [];
	placesOf.set(baseUrl, places);

	const now = performance.now();
	const before = places.length < REQUESTS_PER_SECOND ? undefined : places.shift();
	const place = { at: Math.max(now, before ? before.at + WINDOW_MS : now) };
	places.push(place);
	return place;
}
