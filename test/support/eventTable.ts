import { z } from 'zod/v4';

import { catalogue, type EventEntry } from '../../nodes/Smile/events/catalogue';
import { whenSent } from '../../nodes/Smile/events/options';
import { rebuildable } from '../../nodes/Smile/recover/rebuildable';

/** One Markdown table for each category; an optional field has a question mark, what Get Missed can rebuild a yes. */
export function eventTable(): string {
	const entries = Object.entries<EventEntry>(catalogue);
	const categories = [...new Set(entries.map(([, { category }]) => category))];
	return categories
		.map((category) => {
			const rows = entries.filter(([, entry]) => entry.category === category);
			return [
				`### ${category}`,
				'',
				'| Event type | Title | Sent when | Data fields | Rebuilt |',
				'| --- | --- | --- | --- | --- |',
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
	return `| \`${type}\` | ${title} | ${whenSent(entry)} | ${fields.join(', ')} | ${rebuildable.has(type) ? 'yes' : 'no'} |`;
}
