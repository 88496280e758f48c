/** A day, and where there is one its time, zone offset (`Z`, `+08:00`) and name of a zone, as they are written. */
export interface IsoTime {
	day: string;
	time?: string;
	offset?: string;
	zone?: string;
}

const DAY = /(?<day>\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))/;
const TIME = /(?<time>(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?)/;
const OFFSET = /(?<offset>Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)/;
const ZONE = /\[(?<zone>[\w/+-]+)\]/;
/** Also the form of databases, with blanks in the place of the T and before the offset. */
const FORM = new RegExp(
	`^${DAY.source}(?:[T ]${TIME.source}(?: ?${OFFSET.source})?(?:${ZONE.source})?)?$`,
);

/**
 * A day or time written as ISO 8601 writes it, with nothing before or after. Nothing else is guessed to be one:
 * JavaScript makes a day in May out of "Ticked box 5". Whether the calendar has the day says `isInCalendar`.
 */
export function isoTime(value: unknown): IsoTime | undefined {
	const { groups } = FORM.exec(written(value) ?? '') ?? {};
	return groups && { day: groups.day, ...groups };
}

/** JavaScript takes the 31st of February for a day in March. */
export function isInCalendar(day: string): boolean {
	return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

/** Text as it is, and what n8n gives for dates: a Date, or an object of luxon, whose text is that of its own zone. */
export function written(value: unknown): string | undefined {
	if (typeof value === 'string') return value.trim();
	if (typeof value !== 'object' || value === null) return undefined;
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
	return 'isLuxonDateTime' in value ? String(value) : undefined;
}
