import { filterProperties } from '../../nodes/Smile/actions/parameters/filterProperties';
import type { SmileResource } from '../../nodes/Smile/actions/resource';
import { smileResources } from '../../nodes/Smile/actions/smileResources';

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
