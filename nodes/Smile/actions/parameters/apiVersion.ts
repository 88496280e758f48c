import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { fieldOf } from './field';
import { readText } from './text';

/** The paths of a product that Smile offers in two versions. */
export interface Versioned {
	path: string;
	apiVersions?: { beta: string; alpha: string };
}

/** The field that chooses the version, as the editor names and explains it. */
export const API_VERSION = {
	displayName: 'API Version',
	name: 'apiVersion',
	description: 'The version of the product at Smile; a record is known to the version that made it',
};

const apiVersion: INodeProperties = {
	...API_VERSION,
	type: 'options',
	options: [
		{ name: 'Alpha', value: 'alpha', description: 'The older one, which promises events' },
		{ name: 'Beta', value: 'beta', description: 'The newer one, open to all' },
	],
	default: 'beta',
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
