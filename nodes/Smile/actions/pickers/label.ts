import { tryToParseDateTime, type IDataObject } from 'n8n-workflow';

import { inWords } from '../../shared/inWords';
import { isJsonObject } from '../../shared/jsonObject';
import { filledText } from '../../shared/textOf';
import { valueAt } from '../../shared/valueAt';

/** Of a user's own metadata so many values tell people apart; more of it is nobody's business in a list. */
const MOST_VALUES = 2;
const LONGEST_VALUE = 40;

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
/** Places that hold codes of Smile's; short ones, such as SSS, are names. */
const CODED = /(status|type)$/i;
const CODE = /^(?=.{4})[A-Z]+(_[A-Z]+)*$/;

/** What tells a record from others in a list, in words and short, with its id behind it; times in the zone. */
export function labelOf(
	record: IDataObject,
	id: string,
	places: readonly string[],
	zone: string,
): string {
	const words = places.flatMap((place) => wordsAt(record, place, zone));
	return words.length > 0 ? `${words.join(', ')} (${id})` : id;
}

/** When a record was made, as text that sorts by time; empty where it does not say so. */
export function timeOf(record: IDataObject): string {
	const places = ['createdAt', 'startedAt', 'metadata.itemCreatedAt', 'metadata.createdAt'];
	const times = places.map((place) => valueAt(record, place));
	return times.find((time): time is string => typeof time === 'string' && TIME.test(time)) ?? '';
}

function wordsAt(record: IDataObject, place: string, zone: string): string[] {
	const value = valueAt(record, place);
	if (isJsonObject(value)) return valuesOf(value);
	const text = filledText(value);
	if (!text.ok) return [];
	if (TIME.test(text.value)) return [minuteOf(text.value, zone)];
	return [CODED.test(place) && CODE.test(text.value) ? inWords(text.value) : text.value];
}

/** Day and minute of a time in the zone, or what Smile wrote where that is none. */
function minuteOf(text: string, zone: string): string {
	const time = new Date(text);
	if (Number.isNaN(time.getTime())) return text;
	const local = tryToParseDateTime(time).setZone(zone);
	return local.isValid ? local.toFormat('yyyy-MM-dd HH:mm') : text;
}

/** The first values of metadata, but no e-mail addresses. */
function valuesOf(metadata: Record<string, unknown>): string[] {
	return Object.values(metadata)
		.map((value) => filledText(value))
		.flatMap((text) => (text.ok && !text.value.includes('@') ? [shortened(text.value)] : []))
		.slice(0, MOST_VALUES);
}

function shortened(text: string): string {
	const characters = [...text];
	return characters.length <= LONGEST_VALUE
		? text
		: `${characters.slice(0, LONGEST_VALUE - 1).join('')}…`;
}
