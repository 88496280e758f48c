import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeProperties,
} from 'n8n-workflow';

import { dayToLookFrom, type Look } from '../../api/findMade';
import { recordIn, writeOnce } from '../../api/writeOnce';
import { lowerFirst } from '../../shared/firstLetter';
import { isJsonObject } from '../../shared/jsonObject';
import { isTool } from '../parameters/isTool';
import type { Operation } from '../operation';
import { inputProperties, readBody, type Inputs } from '../parameters/body';
import type { InputFile } from '../parameters/inputFile';
import type { Verb } from '../resource';
import { objectIn } from './create';

/** Twenty megabytes of text and the network in between, in milliseconds. */
const TIMEOUT_MS = 120_000;

export interface UploadOptions extends Inputs {
	value: string;
	name: string;
	action: string;
	description: string;
	path: string;
	/** The field of the file or files. */
	property: INodeProperties;
	readFiles(context: IExecuteFunctions, itemIndex: number): Promise<InputFile[]>;
	/** The files as they stand in the body, with their contents. */
	toBody(files: ReadonlyArray<InputFile & { text: string }>): IDataObject;
	/** The kind of archive that comes out of it, where that is known. */
	typeOf(body: IDataObject): unknown;
}

/** Sends files to Smile, which makes an archive of them. */
export function upload(options: UploadOptions): Verb {
	const { value, name, action, description, path } = options;
	return (): Operation => ({
		// An agent has no files to give.
		option: { name, value, action, description, displayOptions: { hide: { '@tool': [true] } } },
		writes: true,
		properties: [
			...inputProperties({ inputs: options.inputs }),
			options.property,
			...rest(options),
		],
		async run(context, itemIndex, orThrow, smile) {
			if (isTool(context)) throw notForAgents(context, itemIndex);
			const fields = readBody(context, itemIndex, options);
			const files = await options.readFiles(context, itemIndex);
			const named = files.map(({ name: fileName, size }) => [fileName, size]);
			const write = await writeOnce(smile, {
				method: 'POST',
				path,
				body: { ...fields, ...options.toBody(await withText(files)) },
				timeout: TIMEOUT_MS,
				repeat: 'look',
				madeIn: recordIn,
				look: lookFor(fields, files, options.typeOf(fields)),
				turn: JSON.stringify([path, fields, named]),
			});
			return [objectIn(orThrow(write, lowerFirst(action)))];
		},
	});
}

function rest(options: UploadOptions): INodeProperties[] {
	return inputProperties({ inputs: [], additional: options.additional });
}

async function withText(files: readonly InputFile[]) {
	const read: Array<InputFile & { text: string }> = [];
	for (const file of files) read.push({ ...file, text: await file.content() });
	return read;
}

/** Only a named user's archives can be told from others; Smile makes a user of its own for each other upload. */
function lookFor(
	{ userId }: IDataObject,
	files: readonly InputFile[],
	type: unknown,
): Look | undefined {
	if (userId === undefined) return undefined;
	return {
		path: '/archives',
		query: { userId, startDate: dayToLookFrom() },
		isEqual: (archive) =>
			archive.userId === userId &&
			(type === undefined || archive.type === type) &&
			hasFiles(archive.rawFiles, files),
	};
}

/** Smile gives sizes in kilobytes and does not say how it rounds them. */
function hasFiles(held: unknown, files: readonly InputFile[]): boolean {
	if (!Array.isArray(held) || held.length !== files.length || !held.every(isJsonObject))
		return false;
	return files.every(({ name, size }, index) => {
		const { name: heldName, size: kilobytes } = held[index];
		const isNear = Math.abs(Number(kilobytes) * 1024 - size) <= 1024;
		return isNear && (name === undefined || heldName === name);
	});
}

function notForAgents(context: IExecuteFunctions, itemIndex: number): NodeOperationError {
	return new NodeOperationError(context.getNode(), 'An AI agent cannot upload files', {
		itemIndex,
		description: 'Use this operation in a Smile node of the workflow itself.',
	});
}
