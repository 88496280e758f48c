import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import { isAnother } from '../../api/another';
import { download } from '../../api/download';
import { MOST_DOWNLOADED_MB } from '../../api/storeFile';
import { recordIn, writeOnce } from '../../api/writeOnce';
import { WithFiles, type Found } from '../operation';
import { inputProperties, readBody } from '../parameters/body';
import { downloadProperties, readDownload, type Downloads } from '../parameters/downloads';
import { choiceInput } from '../parameters/choiceInputs';
import { locator, readId } from '../parameters/locator';
import { optionsProperty } from '../parameters/optionsProperty';
import type { Verb } from '../resource';
import { objectIn } from '../verbs/create';
import { notDownloaded, type Basket } from '../verbs/download';

/** Smile puts all that it has of the account into one file; how long that takes it does not say. In milliseconds. */
const TIMEOUT_MS = 60_000;

const format = choiceInput({
	displayName: 'Format',
	name: 'format',
	description: 'The kind of file that Smile makes',
	choices: [
		{ name: 'CSV', value: 'CSV' },
		{ name: 'PDF', value: 'PDF' },
	],
	preset: 'PDF',
	place: 'exportExtensionType',
});
const inputs = [format];

const ofExport: Downloads = {
	displayName: 'Download File',
	description: `Whether to add the file itself to the item, up to ${MOST_DOWNLOADED_MB} MB`,
	preset: true,
};

/** Has Smile make a file of all data of an account, and fetches it. Each call makes another one. */
export const exportAccount: Verb = (value, resource) => {
	const picked = { ...locator(value, resource), description: 'The account whose data to export' };
	return {
		option: {
			name: 'Export',
			value: 'export',
			action: 'Export account data',
			description: "Get a PDF or CSV file with all that Smile read from a person's account",
		},
		writes: true,
		properties: [
			picked,
			...inputProperties({ inputs }),
			...optionsProperty(downloadProperties(ofExport)),
		],
		async run(context, itemIndex, orThrow, smile) {
			const id = readId(context, itemIndex, picked);
			const body = readBody(context, itemIndex, { inputs });
			const field = readDownload(context, itemIndex, ofExport);
			const path = `${resource.path}/${encodeURIComponent(id)}/exports/generate`;
			const request = { method: 'POST' as const, path, body, timeout: TIMEOUT_MS };
			const write = await writeOnce(smile, { ...request, repeat: 'safe', madeIn: exportOf(id) });
			const made = objectIn(orThrow(write, `export the data of the account ${id}`));
			if (field === undefined) return [made];
			const basket = { context, itemIndex, smile, field };
			return [await withFile(basket, made, body.exportExtensionType)];
		},
	};
};

/** An export of that account; another's would be a stranger's data. */
function exportOf(accountId: string) {
	return (data: unknown) => {
		const made = recordIn(data);
		return isAnother(made?.accountId, accountId) ? undefined : made;
	};
}

/** Smile has just made the file, so it has to be there, and to be the one whose checksum it gave. */
async function withFile(basket: Basket, made: IDataObject, ending: unknown): Promise<Found> {
	const { context, smile, field } = basket;
	const what = `the export ${String(made.id)}, which Smile has made`;
	const file = { url: made.downloadUrl, name: made.id, ending };
	const found = await download(context, smile, file);
	if (found.kind === 'failed') throw notDownloaded(basket, what, found);
	if (found.kind === 'gone') {
		throw notDownloaded(basket, what, {
			problem: `it is not there, ${found.problem}`,
			todo: 'Run this again: Smile then makes another one.',
		});
	}
	if (!isEqual(made.md5, found.md5)) throw altered(basket, what);
	return new WithFiles(made, { [field]: found.binary });
}

function isEqual(said: unknown, md5: Buffer): boolean {
	return typeof said === 'string' && said.trim().toLowerCase() === md5.toString('hex');
}

function altered({ context, itemIndex }: Basket, what: string): NodeOperationError {
	const message = `The file is not the one that Smile gave the checksum of: ${what}`;
	return new NodeOperationError(context.getNode(), message, {
		itemIndex,
		description:
			'It was changed or damaged on the way. Run this again; if it goes on, tell Smile support and turn off the download.',
	});
}
