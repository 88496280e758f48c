/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a command of the project, not a node */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from './n8n/nodeBinary';
import { packInto } from './n8n/pack';

interface ScanResult {
	passed: boolean;
	message?: string;
	details?: string;
}

/** What we use of the scanner; it has no types of its own. */
interface Scanner {
	SOURCE_FILE_PATTERNS: string[];
	analyzePackage(folder: string, filePatterns: string[]): Promise<ScanResult>;
}

const scannerModule = '@n8n/scan-community-package/scanner/scanner.mjs';

/** The patterns with which the scanner reads the published tarball (its own list is not exported). */
const packedPatterns = ['**/*.js', 'package.json'];

/** Prints one leg and says whether it passed; a leg that found no file has checked nothing. */
function report(leg: string, { passed, message, details }: ScanResult): boolean {
	const good = passed && !message;
	console.log(`${good ? 'passed' : 'FAILED'}  ${leg}${message ? `: ${message}` : ''}`);
	if (details) console.log(details);
	return good;
}

/**
 * Runs both legs of n8n's scanner, which n8n runs on a published version: the sources, and the
 * packed files. Inline eslint directives count for neither.
 */
async function scan(): Promise<boolean> {
	const { analyzePackage, SOURCE_FILE_PATTERNS } = (await import(scannerModule)) as Scanner;
	const packed = await mkdtemp(join(tmpdir(), 'n8n-nodes-smile-scan-'));
	try {
		await packInto(packed);
		const source = report('source', await analyzePackage(checkout, SOURCE_FILE_PATTERNS));
		const tarball = report('tarball', await analyzePackage(packed, packedPatterns));
		return source && tarball;
	} finally {
		await rm(packed, { recursive: true, force: true });
	}
}

scan().then(
	(passed) => (process.exitCode = passed ? 0 : 1),
	(error: Error) => {
		console.error(error.message);
		process.exitCode = 1;
	},
);
