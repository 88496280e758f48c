/** One combination of versions that the package is tested on. */
export interface VersionRow {
	/** A real n8n; without it the tests run in n8n-core alone. */
	n8n?: string;
	/** Instead of the zod that n8n brings, or of this project's. */
	zod?: string;
}

/** The n8n this package is made for, the last before its publication service, and the last of n8n 1; then other versions of zod. */
export const rows: VersionRow[] = [
	{ n8n: '2.41.1' },
	{ n8n: '2.39.10' },
	{ n8n: '1.123.81' },
	{ n8n: '2.41.1', zod: '4.6.7' },
	{ zod: '3.25.76' },
	{ zod: '3.25.67' },
	{ zod: '4.6.7' },
];
