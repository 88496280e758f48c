/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a command of the project, not a node */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { ensurePrograms } from '../../support/n8n/queue/debianPackages';
import { wantedVersion } from '../../support/n8n/version';
import { aimTable } from './aims';
import { compare, type Contender, type Pace } from './compare';
import { writeBetweenMarkers } from '../../support/document';
import { allCells } from './kinds';
import { tell } from './progress';
import { rateTable } from './rateTable';
import { settings } from './settings';
import { settingsTable } from './settingsTable';
import { setStage, type Stage } from './stage';
import { targetNames, type TargetId } from './target';

const { values: wanted } = parseArgs({
	options: {
		quick: { type: 'boolean', default: false },
		settings: { type: 'boolean', default: false },
		minutes: { type: 'string', default: '7' },
		write: { type: 'boolean', default: false },
	},
});

const budgetMs = wanted.quick ? 0 : Number(wanted.minutes) * 60_000;
if (Number.isNaN(budgetMs)) throw new Error('--minutes takes a number');

/** The Smile Trigger beside the alternatives, all in one n8n. */
async function receivers(): Promise<void> {
	const pace: Pace = { budgetMs, windowMs: wanted.quick ? 300 : 1_200 };
	tell('starting n8n');
	const stage = await setStage(Object.keys(targetNames) as TargetId[]);
	try {
		const contenders = stage.targets.map((target) => ({ name: target.id, target, stage }));
		const measured = await compare(contenders, allCells(), pace);
		publish('benchmarks.md', 'bench-n8n', [
			conditions(pace, measured.rounds),
			'Accepted deliveries:',
			rateTable(measured, 'accepted'),
			'Forged deliveries:',
			rateTable(measured, 'forged'),
			'Rate of the Smile Trigger over that of the other, median of the rounds:',
			aimTable(measured),
		]);
	} finally {
		await stage.close();
	}
}

/** The Smile Trigger under settings of n8n, each in an n8n of its own. */
async function operatorSettings(): Promise<void> {
	const pace: Pace = { budgetMs, windowMs: wanted.quick ? 500 : 2_000 };
	const cells = allCells().filter(({ size }) => size === 300);
	const problem = await ensurePrograms(tell);
	if (problem) throw new Error(problem);
	const stages: Stage[] = [];
	try {
		const contenders: Contender[] = [];
		for (const [name, setting] of Object.entries(settings)) {
			tell(`starting n8n: ${name}`);
			const stage = await setStage(['smile'], setting);
			stages.push(stage);
			contenders.push({ name, target: stage.targets[0], stage });
		}
		const measured = await compare(contenders, cells, pace);
		publish('operating.md', 'settings', [
			conditions(pace, measured.rounds),
			settingsTable(measured, cells),
		]);
	} finally {
		for (const stage of stages) await stage.close();
	}
}

function conditions({ windowMs }: Pace, rounds: number): string {
	const [{ model }] = cpus();
	const machine = `Node ${process.versions.node}, ${cpus().length} × ${model.trim()}`;
	return `Measured in n8n ${wantedVersion} on ${machine}; ${rounds} rounds of ${windowMs / 1000} s each.`;
}

function publish(page: string, markers: string, paragraphs: string[]): void {
	const text = paragraphs.join('\n\n');
	console.log(text);
	if (wanted.write) writeBetweenMarkers(page, markers, text);
}

(wanted.settings ? operatorSettings() : receivers()).catch((error: Error) => {
	console.error(error);
	process.exitCode = 1;
});
