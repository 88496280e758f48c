/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- a command that tells a person how far it is */
import { ensureN8n } from '../install';
import { ensurePrograms } from './debianPackages';

/** Gets what the tests of queue mode need: n8n, PostgreSQL and Redis. */
async function prepare(): Promise<void> {
	const onProgress = (line: string) => console.log(line);
	const problem = await ensurePrograms(onProgress);
	if (problem && process.env.CI) throw new Error(problem);
	if (problem) return console.warn(`The tests of queue mode are skipped: ${problem}`);

	const { version, directory } = await ensureN8n({ onProgress });
	console.log(`PostgreSQL, Redis and n8n ${version} (${directory}) are ready`);
}

prepare().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
