import { catalogue, type EventEntry } from './catalogue';
import { isKnownType } from './event';

/** The catalogue's row for a received type; undefined for a type that this release does not know. */
export function entryOf(type: string): EventEntry | undefined {
	return isKnownType(type) ? catalogue[type] : undefined;
}
