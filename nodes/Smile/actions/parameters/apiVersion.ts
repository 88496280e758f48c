import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { fieldOf } from './field';
import { readText } from './text';

/** The paths of a product that Smile offers in two versions. */
export interface Versioned {
	path: string;
	apiVersions?: { beta: string; alpha: string };
}

const apiVersion: INodeProperties = {
	displayName: 'API Version',
	name: 'apiVersion',
	type: 'options',
	options: [
		{ name: 'Alpha', value: 'alpha', description: 'The older one, which promises events' },
		{ name: 'Beta', value: 'beta', description: 'The newer one, open to all' },
	],
	default: 'beta',
	description: 'The version of the product at Smile; a record is known to the version that made it',
};

/** The choice of the version; none for most resources. */
export function apiVersionProperties({ apiVersions }: Versioned): INodeProperties[] {
	return apiVersions ? [apiVersion] : [];
}

/** Where the things of a resource are, by the version that an item chooses. */
export function readPath(
	context: IExecuteFunctions,
	itemIndex: number,
	{ path, apiVersions }: Versioned,
): string {
	if (!apiVersions) return path;
	const field = fieldOf(context, itemIndex, apiVersion);
	const version = field.isSet ? readText(field) : 'beta';
	if (version === 'beta' || version === 'alpha') return apiVersions[version];
	throw field.error('holds another version', 'Enter beta or alpha');
}
