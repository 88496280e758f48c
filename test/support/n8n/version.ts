/* eslint-disable @n8n/community-nodes/no-restricted-globals -- reads the environment */

/** The n8n that this package is made for. */
export const testedVersion = '2.41.1';

/** The n8n that tests start: N8N_VERSION where it is set, as in `N8N_VERSION=2.39.10 npm run test:e2e`. */
export const wantedVersion = process.env.N8N_VERSION || testedVersion;

/** Whether the n8n under test is at least this version, given as its first two numbers. */
export function isAtLeast(major: number, minor: number): boolean {
	const [ourMajor, ourMinor] = wantedVersion.split('.').map(Number);
	return ourMajor > major || (ourMajor === major && ourMinor >= minor);
}

/** Whether n8n's Data Table node can make a table, as two of the ready-made workflows have it do. */
export const hasTables = isAtLeast(2, 0);
