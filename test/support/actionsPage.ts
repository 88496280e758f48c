import type { INodeProperties } from 'n8n-workflow';

import { resources } from '../../nodes/Smile/actions/resources';

/** All operations of the Smile node, with every field, as the editor shows them. */
export function allOperations(): string {
	return Object.values(resources)
		.sort((one, other) => one.name.localeCompare(other.name))
		.map(({ name, description, operations }) =>
			[
				`## ${name}`,
				`${description}.`,
				...operations.map(({ option, properties }) =>
					[`### ${name}: ${option.name}`, `${option.description}.`, ...fieldsOf(properties)].join(
						'\n\n',
					),
				),
			].join('\n\n'),
		)
		.join('\n\n');
}

function fieldsOf(properties: readonly INodeProperties[]): string[] {
	const notices = properties.filter(({ type }) => type === 'notice');
	const rows = properties.filter(({ type }) => type !== 'notice').flatMap((one) => rowsOf(one));
	return [
		...notices.map(({ displayName }) => `> ${displayName}`),
		...(rows.length > 0 ? [rows.join('\n')] : []),
	];
}

function rowsOf(property: INodeProperties, depth = 0): string[] {
	const { displayName, description = '', options = [], type } = property;
	const row = `${'\t'.repeat(depth)}- **${displayName}**${description ? `: ${description}` : ''}`;
	if (type === 'collection') {
		return [row, ...options.flatMap((one) => rowsOf(one as INodeProperties, depth + 1))];
	}
	if (type === 'fixedCollection') {
		const inner = options.flatMap((one) => ('values' in one ? one.values : []));
		return [row, ...inner.flatMap((one) => rowsOf(one, depth + 1))];
	}
	return [row];
}
