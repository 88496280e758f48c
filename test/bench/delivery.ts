/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a command of the project, not a node */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import {
	sampleCredential,
	sampleWebhookSecret,
	storeWith,
} from '../support/contexts/sampleCredential';
import { builtNode, builtVerifySignature } from './builtPackage';
import { deliveryCosts, type Comparison } from './deliveryCosts';
import { heapCourse } from './memoryUse';
import { costTable, heapTable, timingTable } from './report';
import { leakyCheck, signatureTiming } from './signatureTiming';

const documentPath = join(__dirname, '..', '..', 'docs', 'benchmarks.md');
const markers = ['<!-- bench:start -->', '<!-- bench:end -->'] as const;

const sizes = [
	{ size: 300, rounds: 600 },
	{ size: 65_536, rounds: 200 },
	{ size: 1e6, rounds: 25 },
	{ size: 1e7, rounds: 7 },
];
const DELIVERIES = 100_000;
const TIMING_CALLS = 40_000;

/** Runs every measurement and returns its tables as Markdown. */
async function bench(): Promise<string> {
	const nodeType = builtNode('SmileTrigger');
	const credentials = await storeWith(sampleCredential());

	const costs: Comparison[] = [];
	for (const plan of sizes) {
		tell(`deliveries of ${plan.size} bytes`);
		costs.push(...(await deliveryCosts(nodeType, credentials, plan)));
	}
	tell('wrong signatures');
	const verify = builtVerifySignature();
	const timing = [
		signatureTiming(
			'Smile Trigger',
			(body, header) => verify(body, header, [sampleWebhookSecret]),
			TIMING_CALLS,
		),
		signatureTiming('control: stops at the first difference', leakyCheck, TIMING_CALLS),
	];
	tell('memory');
	const heap = {
		'accepted, MB': await heapCourse(nodeType, credentials, 'accepted', DELIVERIES),
		'forged, MB': await heapCourse(nodeType, credentials, 'forged', DELIVERIES),
	};

	const [{ model }] = cpus();
	const machine = `Node ${process.versions.node}, ${cpus().length} × ${model.trim()}`;
	return [
		`Measured on ${machine}; rounds: ${sizes.map(({ rounds }) => rounds).join(', ')}.`,
		costTable(costs),
		`Heap after a collection, deliveries of 300 B:`,
		heapTable(heap),
		`Wrong signatures, ${TIMING_CALLS} checks of a body of 300 B each:`,
		timingTable(timing),
	].join('\n\n');
}

/** Progress, apart from the tables. */
function tell(what: string): void {
	console.error(`${performance.now().toFixed(0).padStart(6)} ms  ${what}`);
}

/** Puts the tables between the markers of docs/benchmarks.md. */
function write(tables: string): void {
	const text = readFileSync(documentPath, 'utf8');
	const [start, end] = markers.map((marker) => text.indexOf(marker));
	if (start < 0 || end < start) throw new Error(`${documentPath} has no markers for the tables`);
	const before = text.slice(0, start + markers[0].length);
	writeFileSync(documentPath, `${before}\n\n${tables}\n\n${text.slice(end)}`);
}

bench().then(
	(tables) => {
		console.log(tables);
		if (process.argv.includes('--write')) write(tables);
	},
	(error: Error) => {
		console.error(error);
		process.exitCode = 1;
	},
);
