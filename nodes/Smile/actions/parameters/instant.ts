import { secondOf } from '../../shared/day';
import { instantOf, written } from '../../shared/isoTime';
import type { Field } from './field';
import type { Input } from './input';
import { isEmpty } from './nothing';

/** How far the clock of whoever asks may be ahead, in milliseconds. */
const AHEAD_MS = 5 * 60_000;

/** How a time is to be written. */
const ADVICE = 'Enter a date and time as in 2026-03-04T05:06:07Z';
const ADVICE_OF_NUMBER = `${ADVICE}. DateTime.fromSeconds() makes one of seconds since 1970, DateTime.fromMillis() of milliseconds`;
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * A moment in milliseconds, in the zone where it names none. Throws for what is written in another way than ISO 8601,
 * and for a number: which unit it has nobody can tell, and a time that was guessed would be a wrong one.
 */
export function readInstant(field: Field, timezone: string): number {
	const { value } = field;
	if (isEmpty(value)) throw field.error('holds nothing', ADVICE);
	const time = instantOf(value, timezone);
	if (time !== undefined) return time;
	const isNumber = typeof value === 'number' || NUMBER.test(written(value) ?? '');
	throw isNumber
		? field.error('holds a number, not a date and time', ADVICE_OF_NUMBER)
		: field.error('holds no date and time', ADVICE);
}

/** A moment in the past, sent in UTC and whole seconds. One without a zone is in the zone of the workflow. */
export function pastInstantInput(options: {
	displayName: string;
	name: string;
	description: string;
	place?: string;
}): Input {
	const { displayName, name, description, place } = options;
	return {
		property: { displayName, name, description, type: 'dateTime', default: '', required: true },
		place,
		read: (field, { timezone, now = Date.now() }) => {
			const time = readInstant(field, timezone);
			if (time > now + AHEAD_MS) {
				throw field.error('holds a time that is still to come', 'Enter when it happened');
			}
			return secondOf(time);
		},
	};
}
