/** Formats of files as Smile names them, with the endings of their names, the usual one first, and their media type. */
export const fileFormats = {
	CSV: { endings: ['csv'], type: 'text/csv' },
	JPEG: { endings: ['jpeg', 'jpg'], type: 'image/jpeg' },
	JPG: { endings: ['jpg', 'jpeg'], type: 'image/jpeg' },
	PDF: { endings: ['pdf'], type: 'application/pdf' },
	PNG: { endings: ['png'], type: 'image/png' },
} as const satisfies Readonly<Record<string, FileFormat>>;

interface FileFormat {
	endings: readonly string[];
	type: string;
}

/** The row for a format of Smile's, however it is written; undefined for one that this release does not know. */
export function formatNamed(format: unknown): FileFormat | undefined {
	const table: Readonly<Record<string, FileFormat | undefined>> = fileFormats;
	// No name that every object has is in capitals.
	return typeof format === 'string' ? table[format.toUpperCase()] : undefined;
}
