import { createHash } from 'node:crypto';
import type { Office } from '../office';
import { refused } from './accept';
import { newId } from './newId';
import { oneOf, optional, shaped, text, type Body } from './rules';

export const formats = {
	PDF: 'application/pdf',
	PNG: 'image/png',
	JPG: 'image/jpeg',
	JPEG: 'image/jpeg',
};

type Format = keyof typeof formats;

const subtypes = [
	'PAYSLIP',
	'PERSONAL_INFORMATION',
	'EMPLOYMENT_INFORMATION',
	'TAX_PAYMENT',
	'COMPANY_ID_FRONT',
	'COMPANY_ID_BACK',
	'CARD_FRONT',
	'CARD_BACK',
];

/** One of `rawFiles` in an upload. */
export const rawFile = shaped({
	fileSubtype: optional(oneOf(...subtypes)),
	fileName: optional(text()),
	fileExtensionType: oneOf(...Object.keys(formats)),
	fileContent: text(),
});

/** A file that was uploaded, as the archive shows it, and what came over the wire. */
export interface UploadedFile {
	shown: Body;
	bytes: Buffer;
}

/** Decodes and shelves an uploaded file below the folder of its archive; plain base64 only. */
export function uploaded(office: Office, folder: string, file: Body): UploadedFile {
	const { shelf, clock, switches } = office;
	const bytes = decoded(String(file.fileContent));
	if (bytes.length > switches.largestFile) throw refused('a file is too large');
	const format = file.fileExtensionType as Format;
	const id = newId('file-');
	const path = `${folder}/files/${id}.${format.toLowerCase()}`;
	const url = switches.keepUploads ? shelf.put(path, bytes, formats[format]) : shelf.urlOf(path);
	if (!switches.keepUploads) shelf.forget(path);
	shelf.received.push({ url, size: bytes.length, sha256: sha256(bytes) });
	const shown = {
		id,
		createdAt: clock.time(),
		name: file.fileName ?? `${id}.${format.toLowerCase()}`,
		subType: file.fileSubtype ?? null,
		// In kilobytes.
		size: Math.ceil(bytes.length / 1024),
		format,
		url,
	};
	return { shown, bytes };
}

function decoded(content: string): Buffer {
	const bytes = Buffer.from(content, 'base64');
	// Node skips what is no base64: line breaks, the prefix of a data URL.
	if (bytes.toString('base64') !== content) throw refused('fileContent is no plain base64');
	return bytes;
}

function sha256(bytes: Buffer): string {
	return createHash('sha256').update(bytes).digest('hex');
}
