import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { fileFormats } from '../../api/fileFormats';
import type { Field } from './field';

/** Smile's limit for one file (whether of 10⁶ or of 2²⁰ bytes is not said, so Smile decides in between). */
const MOST_SENT_MB = 15;

/** What Smile reads. Of two formats with one media type the first is meant. */
const TAKEN = ['PDF', 'PNG', 'JPG', 'JPEG'] as const;

/** What a field for a file takes, as part of a sentence. */
export const TAKEN_FILE = `a PDF, PNG or JPEG of at most ${MOST_SENT_MB} MB`;

/** A file of an item, checked and ready to be sent. */
export interface InputFile {
	format: string;
	/** In bytes. */
	size: number;
	name?: string;
	subtype?: string;
	/** As base64; read only when it is sent, as it may be large. */
	content(): Promise<string>;
}

/** The file in a binary field of an item. Throws for a missing, empty, too large or unknown one. */
export async function inputFile(
	context: IExecuteFunctions,
	itemIndex: number,
	property: string,
	{ error }: Field,
): Promise<InputFile> {
	// n8n's own sentence where the item has no such file.
	const data = context.helpers.assertBinaryData(itemIndex, property);
	const format = formatOf(data);
	if (format === undefined) {
		throw error('holds a file that Smile cannot read', 'Give it a PDF, PNG or JPEG file');
	}
	const size = await sizeOf(context, itemIndex, property, data);
	if (size === 0) throw error('holds an empty file', 'Give it a file with something in it');
	const megabytes = size / 1024 / 1024;
	if (megabytes > MOST_SENT_MB) {
		throw error(
			`holds a file of ${megabytes.toFixed(1)} MB`,
			`Give it a file of at most ${MOST_SENT_MB} MB`,
		);
	}
	const content = async () => {
		const bytes = await context.helpers.getBinaryDataBuffer(itemIndex, property);
		return bytes.toString('base64');
	};
	return { format, size, name: data.fileName, content };
}

/** By the ending of the file's name, or else by its media type. */
function formatOf({ fileName: name = '', mimeType }: IBinaryData): string | undefined {
	const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toUpperCase();
	const type = mimeType.toLowerCase();
	return (
		TAKEN.find((format) => format === ending) ??
		TAKEN.find((format) => fileFormats[format].type === type)
	);
}

/** In bytes. n8n keeps files in memory as base64, or elsewhere under an id, where it knows their size. */
async function sizeOf(
	context: IExecuteFunctions,
	itemIndex: number,
	property: string,
	{ id }: IBinaryData,
): Promise<number> {
	if (id !== undefined) return (await context.helpers.getBinaryMetadata(id)).fileSize;
	return (await context.helpers.getBinaryDataBuffer(itemIndex, property)).length;
}
