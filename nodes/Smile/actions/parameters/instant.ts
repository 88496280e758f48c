import { tryToParseDateTime } from 'n8n-workflow';

import { secondOf } from '../../shared/day';
import type { Input } from './input';
import { isEmpty } from './nothing';

/** How far the clock of whoever asks may be ahead, in milliseconds. */
const AHEAD_MS = 5 * 60_000;

/** A moment in milliseconds, in the zone where it names none; undefined for what is no date and time. */
export function instantOf(value: unknown, timezone: string): number | undefined {
	try {
		return tryToParseDateTime(value, timezone).toMillis();
	} catch {
		return undefined;
	}
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
			const todo = 'Enter a date and time as in 2026-03-04T05:06:07Z';
			if (isEmpty(field.value)) throw field.error('holds nothing', todo);
			const time = instantOf(field.value, timezone);
			if (time === undefined) throw field.error('holds no date and time', todo);
			if (time > now + AHEAD_MS) {
				throw field.error('holds a time that is still to come', 'Enter when it happened');
			}
			return secondOf(time);
		},
	};
}
