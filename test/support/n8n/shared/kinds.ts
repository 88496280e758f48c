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

/** The two kinds of n8n that most test files need. Whoever needs another one starts it alone. */
export const kinds = {
	/** Believes in a public address that only the simulated Smile reaches. */
	plain: async (): Promise<Preparation> => ({
		options: { env: { ...lazyIsolates, ...filesOnDisk } },
		close: async () => {},
	}),
	/** Reaches itself under its public address; workflows may write below `files`. */
	behindHttps: async (files: string): Promise<Preparation> => {
		const { options, close } = await startHttpsFront();
		const env = { ...options.env, ...lazyIsolates, N8N_RESTRICT_FILE_ACCESS_TO: files };
		return { options: { ...options, env }, close };
	},
};

export type Kind = keyof typeof kinds;
