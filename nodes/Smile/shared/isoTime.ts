import { tryToParseDateTime } from 'n8n-workflow';

/** A day, and where there is one its time, zone offset (`Z` however UTC is written, `+08:00`) and name of a zone. */
export interface IsoTime {
	day: string;
	time?: string;
	offset?: string;
	zone?: string;
}

const DAY = /(?<day>\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))/;
const TIME = /(?<time>(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?)/;
const OFFSET = /(?<offset>[Zz]|UTC|GMT|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)/;
const ZONE = /\[(?<zone>[\w/+-]+)\]/;
const IN_UTC = /^(?:z|UTC|GMT)$/;
/** Also the form of databases, with blanks in the place of the T and before the offset. */
const FORM = new RegExp(
	`^${DAY.source}(?:[Tt ]${TIME.source}(?: ?${OFFSET.source})?(?:${ZONE.source})?)?$`,
);

/**
 * A day or time written as ISO 8601 writes it, with nothing before or after. Nothing else is guessed to be one:
 * JavaScript makes a day in May out of "Ticked box 5". Whether the calendar has the day says `isInCalendar`.
 */
export function isoTime(value: unknown): IsoTime | undefined {
	const { groups } = FORM.exec(written(value) ?? '') ?? {};
	if (!groups) return undefined;
	const { day, offset } = groups;
	return { day, ...groups, ...(offset && { offset: offset.replace(IN_UTC, 'Z') }) };
}

/**
 * The moment of a time in milliseconds; undefined for what is none, such as a day that is not in the calendar. One
 * that names no zone is in UTC, as Smile's times are, or in another zone.
 */
export function instantOf(value: unknown, zoneOfOthers = 'UTC'): number | undefined {
	const iso = isoTime(value);
	if (!iso || !isInCalendar(iso.day)) return undefined;
	const { day, time = '00:00', offset, zone = zoneOfOthers } = iso;
	const local = `${day}T${time}`;
	try {
		// Throws for a zone that does not exist, also beside an offset, which then counts.
		const inZone = tryToParseDateTime(local, zone);
		return (offset ? tryToParseDateTime(`${local}${offset}`) : inZone).toMillis();
	} catch {
		return undefined;
	}
}

/** JavaScript takes the 31st of February for a day in March. */
export function isInCalendar(day: string): boolean {
	return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

/** Text as it is, and what n8n gives for dates: a Date, or an object of luxon, whose text is that of its own zone. */
export function written(value: unknown): string | undefined {
	if (typeof value === 'string') return value.trim();
	if (typeof value !== 'object' || value === null) return undefined;
	if (isDate(value)) return Number.isNaN(Number(value)) ? undefined : value.toISOString();
	return 'isLuxonDateTime' in value ? String(value) : undefined;
}

/** Also one of another realm, such as those in which n8n and Jest run code. */
function isDate(value: object): value is Date {
	return Object.prototype.toString.call(value) === '[object Date]';
}
