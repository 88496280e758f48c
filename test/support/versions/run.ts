/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a command of the project */
import { parseArgs } from 'node:util';
import { textBetweenMarkers, writeBetweenMarkers } from '../document';
import { table } from '../table';
import { rows, type VersionRow } from './rows';
import { runRow } from './runRow';

const page = 'compatibility.md';
const markers = 'versions';
const head = ['n8n', 'zod', 'Node.js', 'tests', 'passed', 'skipped', 'failed'];

/** The first columns, which name a row. */
function nameOf({ n8n, zod }: VersionRow): string[] {
	return [n8n ?? 'n8n-core 2.41.1', zod ?? "n8n's own"];
}

/** The table as it is, without its head; rows that are not run now stay as they were. */
function knownRows(): string[][] {
	return textBetweenMarkers(page, markers)
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.slice(2)
		.map((line) =>
			line
				.split('|')
				.slice(1, -1)
				.map((cell) => cell.trim()),
		);
}

/** Tests every combination of versions, or only those with the given n8n or zod, and writes down how each ended. */
async function testVersions(): Promise<void> {
	const { values } = parseArgs({ options: { n8n: { type: 'string' }, zod: { type: 'string' } } });
	const { n8n, zod } = values;
	const isAsked = (row: VersionRow) =>
		(n8n === undefined || row.n8n === n8n) && (zod === undefined || row.zod === zod);
	const before = new Map(knownRows().map((row) => [row.slice(0, 2).join(), row]));
	for (const row of rows.filter(isAsked)) {
		const { passed, failed, skipped } = await runRow(row);
		if (failed > 0) process.exitCode = 1;
		const kind = row.n8n ? 'end-to-end' : 'unit and integration';
		const counts = [passed, skipped, failed].map(String);
		before.set(nameOf(row).join(), [...nameOf(row), process.versions.node, kind, ...counts]);
		const known = rows.map((one) => before.get(nameOf(one).join()) ?? []);
		writeBetweenMarkers(
			page,
			markers,
			table(
				head,
				known.filter((cells) => cells.length > 0),
			),
		);
		console.log(`${nameOf(row).join(', zod ')}: ${passed} passed, ${failed} failed`);
	}
}

testVersions().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
