import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { MOST_DOWNLOADED_MB } from '../../api/storeFile';
import { optionsOf } from './field';
import { readFlag } from './flag';
import { isTool } from './isTool';
import { readRequiredText } from './text';

const PRESET_FIELD = 'data';
/** In characters; no limit of n8n's. */
const LONGEST_FIELD_NAME = 200;
/** An agent has no use for files. */
const NOT_FOR_TOOLS = { hide: { '@tool': [true] } };

/** Where downloads are on or off unless somebody says otherwise, and what the switch is called there. */
export interface Downloads {
	displayName: string;
	description: string;
	preset: boolean;
}

const downloadFiles = {
	displayName: 'Download Files',
	name: 'downloadFiles',
	type: 'boolean',
	default: false,
	description: `Whether to add the files themselves to the item, up to ${MOST_DOWNLOADED_MB} MB each; where Smile no longer has one, the item says so under "fileGone"`,
	displayOptions: NOT_FOR_TOOLS,
} as const satisfies INodeProperties;

const binaryPropertyName = {
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	type: 'string',
	default: PRESET_FIELD,
	description:
		'The field of the item for the file; further files of the same item have a number after it, such as data_1',
	hint: 'The name of the output binary field to put the file in',
	displayOptions: NOT_FOR_TOOLS,
} as const satisfies INodeProperties;

/** The options about files. */
export function downloadProperties({
	displayName,
	description,
	preset,
}: Downloads): INodeProperties[] {
	return [{ ...downloadFiles, displayName, description, default: preset }, binaryPropertyName];
}

/** Of records that name files, which most workflows do not need. */
export const ofRecords: Downloads = {
	displayName: downloadFiles.displayName,
	description: downloadFiles.description,
	preset: downloadFiles.default,
};

/** The field for the first file, or undefined where none is to be downloaded. */
export function readDownload(
	context: IExecuteFunctions,
	itemIndex: number,
	{ displayName, preset }: Downloads,
): string | undefined {
	if (isTool(context)) return undefined;
	const { field } = optionsOf(context, itemIndex);
	const named = field(binaryPropertyName);
	const name = named.isSet ? readRequiredText(named, { most: LONGEST_FIELD_NAME }) : PRESET_FIELD;
	return readFlag(field({ ...downloadFiles, displayName }), preset) ? name : undefined;
}
