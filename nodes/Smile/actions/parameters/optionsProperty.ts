import type { INodeProperties } from 'n8n-workflow';

import { byLabel } from '../../shared/byLabel';

/** The collection Options in the order of its labels; none where there is nothing in it. */
export function optionsProperty(options: readonly INodeProperties[]): INodeProperties[] {
	if (options.length === 0) return [];
	const isHidden = options.every(({ displayOptions }) => displayOptions?.hide?.['@tool']);
	return [
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [...options].sort((one, other) => byLabel(one.displayName, other.displayName)),
			// Nothing would be left in it for an agent.
			...(isHidden ? { displayOptions: { hide: { '@tool': [true] } } } : {}),
		},
	];
}
