/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- a command that tells a person how far it is */
import { ensureN8n } from './install';

/** Installs n8n before the tests begin: the first time it takes longer than any test may. */
async function prepare(): Promise<void> {
	const { version, directory } = await ensureN8n({ onProgress: (line) => console.log(line) });
	console.log(`n8n ${version} is ready in ${directory}`);
}

prepare().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
