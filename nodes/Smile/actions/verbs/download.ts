import {
	NodeOperationError,
	type IBinaryData,
	type IDataObject,
	type IExecuteFunctions,
} from 'n8n-workflow';

import type { SmileClient } from '../../api/client';
import { download } from '../../api/download';
import type { NamedFile } from '../../api/storeFile';
import { WithFiles, type Found } from '../operation';

/** Where files go: an item of one run, and the field for the first one. */
export interface Basket {
	context: IExecuteFunctions;
	itemIndex: number;
	smile: SmileClient;
	field: string;
}

/**
 * The result with its files, fetched one after the other. Each keeps its place, also behind one that is gone; those
 * without an address leave theirs empty. `of` says whose they are, as in "of the archive …".
 */
export async function withFiles(
	basket: Basket,
	json: IDataObject,
	files: readonly NamedFile[],
	of: string,
): Promise<Found> {
	const binaries: Array<[string, IBinaryData]> = [];
	let isOneGone = false;
	for (const [place, file] of files.entries()) {
		if (file.url === null || file.url === undefined || file.url === '') continue;
		const found = await download(basket.context, basket.smile, file);
		if (found.kind === 'failed') throw notDownloaded(basket, `the file ${of}`, found);
		if (found.kind === 'gone') isOneGone = true;
		else binaries.push([fieldAt(basket.field, place), found.binary]);
	}
	const shown = isOneGone ? { ...json, fileGone: true } : json;
	return binaries.length === 0 ? shown : new WithFiles(shown, Object.fromEntries(binaries));
}

/** An error about a file; it names its host at most, as names and paths of files may be about a person. */
export function notDownloaded(
	{ context, itemIndex }: Basket,
	what: string,
	{ problem, todo }: { problem: string; todo: string },
): NodeOperationError {
	return new NodeOperationError(context.getNode(), `Could not download ${what}: ${problem}`, {
		itemIndex,
		description: todo,
	});
}

function fieldAt(field: string, place: number): string {
	return place === 0 ? field : `${field}_${place}`;
}
