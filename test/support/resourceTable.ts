import { filterProperties } from '../../nodes/Smile/actions/parameters/filters';
import type { SmileResource } from '../../nodes/Smile/actions/resource';
import { smileResources } from '../../nodes/Smile/actions/smileResources';

export const RESOURCE_TABLE_START = '<!-- resources:start -->';
export const RESOURCE_TABLE_END = '<!-- resources:end -->';

/** The readable resources as a Markdown table. */
export function resourceTable(): string {
	const rows = Object.values<SmileResource>(smileResources).map((resource) => {
		const filters = filterProperties(resource).map(({ displayName }) => `**${displayName}**`);
		const { name, label, simplified, extra } = resource;
		return [
			`**${name}**`,
			label ? 'From List, By ID' : 'By ID',
			filters.join(', '),
			simplified ? 'yes' : '',
			extra ? `**${extra.displayName}**` : '',
		];
	});
	const lines = [
		['Resource', 'Picked', 'Filters of Get Many', 'Simplify', 'Options of Get'],
		['---', '---', '---', '---', '---'],
		...rows,
	];
	return lines.map((cells) => `| ${cells.join(' | ')} |`.replace(/ {2,}/g, ' ')).join('\n');
}

/** A document with the table between its markers; one without both markers in order stays as it is. */
export function withResourceTable(document: string): string {
	const start = document.indexOf(RESOURCE_TABLE_START);
	const end = document.indexOf(RESOURCE_TABLE_END);
	if (start < 0 || end < start) return document;
	const before = document.slice(0, start + RESOURCE_TABLE_START.length);
	return `${before}\n\n${resourceTable()}\n\n${document.slice(end)}`;
}
