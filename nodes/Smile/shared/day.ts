/** In milliseconds. */
export const DAY_MS = 24 * 60 * 60_000;

/** The day of a time in milliseconds, in UTC, as Smile's filters take it: yyyy-MM-dd. */
export function dayOf(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}

/** A time in milliseconds as Smile writes it: in UTC and whole seconds. */
export function secondOf(time: number): string {
	return new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
