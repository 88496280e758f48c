import type { StartOptions } from '../types';
import { startHttpsFront } from '../httpsFront';
import { lazyIsolates } from '../isolates';

/** What an n8n that several test files use is started with, and what has to be closed after it. */
interface Preparation {
	options: StartOptions;
	close(): Promise<void>;
}

/** As n8n 2 comes; n8n 1 keeps files in memory unless it is told. */
const filesOnDisk = { N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem' };

/** An n8n that reaches itself under its public address, and whose workflows may write below `files`. */
export async function prepareShared(files: string): Promise<Preparation> {
	const { options, close } = await startHttpsFront();
	const own = { ...lazyIsolates, ...filesOnDisk, N8N_RESTRICT_FILE_ACCESS_TO: files };
	return { options: { ...options, env: { ...options.env, ...own } }, close };
}
