import { z } from 'zod/v4';

import { catalogue, type EventEntry } from '../../nodes/Smile/events/catalogue';
import { whenSent } from '../../nodes/Smile/events/options';

export const EVENT_TABLE_START = '<!-- events:start -->';
export const EVENT_TABLE_END = '<!-- events:end -->';

/** A document with the text between its event markers replaced; unchanged when it has no markers. */
export function withEventTable(document: string): string {
	const start = document.indexOf(EVENT_TABLE_START);
	const end = document.indexOf(EVENT_TABLE_END);
	if (start === -1 || end < start) return document;
	const before = document.slice(0, start + EVENT_TABLE_START.length);
	return `${before}\n\n${eventTable()}\n\n${document.slice(end)}`;
}

/** One Markdown table for each category; an optional field has a question mark. */
export function eventTable(): string {
	const entries = Object.entries<EventEntry>(catalogue);
	const categories = [...new Set(entries.map(([, { category }]) => category))];
	return categories
		.map((category) => {
			const rows = entries.filter(([, entry]) => entry.category === category);
			return [
				`#### ${category}`,
				'',
				'| Event type | Title | Sent when | Data fields |',
				'| --- | --- | --- | --- |',
				...rows.map(([type, entry]) => row(type, entry)),
			].join('\n');
		})
		.join('\n\n');
}

function row(type: string, entry: EventEntry): string {
	const { title, data } = entry;
	const fields = Object.entries(data().shape).map(
		([name, field]) => `\`${name}${field instanceof z.ZodOptional ? '?' : ''}\``,
	);
	return `| \`${type}\` | ${title} | ${whenSent(entry)} | ${fields.join(', ')} |`;
}
