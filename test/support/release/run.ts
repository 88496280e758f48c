/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a command of the project that writes a file */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withRelease } from './changelog';

const file = join(__dirname, '..', '..', '..', 'CHANGELOG.md');

/** Called by npm as part of `npm version`, after package.json has the new number and before the commit. */
function release(): void {
	const version = process.env.npm_package_version;
	if (!version) throw new Error('Run it as part of npm version, for example: npm version minor');
	const date = new Date().toISOString().slice(0, 10);
	writeFileSync(file, withRelease(readFileSync(file, 'utf8'), version, date));
	console.log(`CHANGELOG.md has a section ${version} of ${date}`);
}

try {
	release();
} catch (error) {
	console.error((error as Error).message);
	process.exitCode = 1;
}
