import { DAY_MS, dayOf } from '../shared/day';
import { instantOf } from '../shared/isoTime';

/** A stretch of time in milliseconds; both ends belong to it. */
export interface Window {
	start: number;
	end: number;
}

export function isWithin({ start, end }: Window, instant: unknown): instant is string {
	const time = instantOf(instant);
	return time !== undefined && time >= start && time <= end;
}

/**
 * The same stretch for Smile's filters by day. Smile documents neither their time zone nor whether the last day
 * belongs to them, so they reach a day further on each side, and further back where asked to.
 */
export function daysAround(
	{ start, end }: Window,
	daysBefore = 0,
): { startDate: string; endDate: string } {
	return { startDate: dayOf(start - (daysBefore + 1) * DAY_MS), endDate: dayOf(end + DAY_MS) };
}
