/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a command of the project, not a node */
import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { wantedVersion } from '../../support/n8n/version';
import { writeBetweenMarkers } from '../../support/document';
import { tell } from '../n8n/progress';
import { contenders, type Contender } from './contenders';
import { itemsTable } from './itemsTable';
import { measure, type Measured } from './measure';
import { startSmileApart, type SmileApart } from './smileApart';

const { values: wanted } = parseArgs({
	options: {
		quick: { type: 'boolean', default: false },
		write: { type: 'boolean', default: false },
	},
});

const DELAYS_MS = [50, 250, 1_000];
const COUNTS = wanted.quick ? [200] : [200, 2_000];
/** Until what the run before has asked for counts no more. */
const REST_MS = 1_500;

async function bench(): Promise<string> {
	const smile = await startSmileApart(Math.max(...COUNTS));
	try {
		const nodes = await contenders(smile.baseUrl);
		for (const node of nodes) await warmUp(smile, node);
		const measured: Measured[] = [];
		for (const items of COUNTS) {
			for (const delayMs of DELAYS_MS) {
				for (const node of nodes) {
					await pause(REST_MS);
					tell(`${items} items, ${delayMs} ms: ${node.name}`);
					measured.push(await measure(smile, node, items, delayMs));
				}
			}
		}
		return `${conditions()}\n\n${itemsTable(measured)}`;
	} finally {
		smile.close();
	}
}

/** The first items compile code, and show that the node reads at all. */
async function warmUp(smile: SmileApart, node: Contender): Promise<void> {
	const { failed } = await measure(smile, node, 5, 0);
	if (failed > 0) throw new Error(`${node.name} reads nothing, so there is nothing to measure`);
}

function conditions(): string {
	const [{ model }] = cpus();
	const machine = `Node ${process.versions.node}, ${cpus().length} × ${model.trim()}`;
	return `Measured on ${machine}; HTTP Request of n8n ${wantedVersion}.`;
}

bench().then(
	(tables) => {
		console.log(tables);
		if (wanted.write) writeBetweenMarkers('benchmarks.md', 'bench-items', tables);
	},
	(error: Error) => {
		console.error(error);
		process.exitCode = 1;
	},
);
