import type { Cell, Kind } from './kinds';
import { measureRound } from './load';
import { Measurements } from './measurements';
import { tell } from './progress';
import type { Stage } from './stage';
import type { Target } from './target';

/** Who is measured: a name for the tables, and the target in its n8n. */
export interface Contender {
	name: string;
	target: Target;
	stage: Pick<Stage, 'backlog' | 'cpuMillis'>;
}

export interface Pace {
	/** Milliseconds of each round of one contender in one cell. */
	windowMs: number;
	/** No further round begins that would end later than so many milliseconds after the first. */
	budgetMs: number;
}

const WARM_UP_MS = 500;

/** Measures every contender in every cell, one after the other and in another order each round. */
export async function compare(
	contenders: Contender[],
	cells: Cell[],
	{ windowMs, budgetMs }: Pace,
): Promise<Measurements> {
	const measurements = new Measurements();
	for (const { target, stage } of contenders) await warmUp(target, cells, stage);
	const startedAt = performance.now();
	for (let round = 0; ; round++) {
		const elapsed = performance.now() - startedAt;
		if (round > 0 && elapsed + elapsed / round > budgetMs) break;
		for (const cell of cells) {
			tell(`round ${round + 1}: ${Object.values(cell).join(', ')}`);
			for (const { name, target, stage } of rotated(contenders, round)) {
				if (target.answers[cell.kind] === undefined) continue;
				const measured = await measureRound(target, cell, windowMs, stage);
				measurements.add(name, cell, measured);
				await stage.backlog.clear();
			}
		}
	}
	return measurements;
}

/** The first deliveries compile code and read what is kept afterwards. */
async function warmUp(target: Target, cells: Cell[], stage: Contender['stage']) {
	const small = Math.min(...cells.map(({ size }) => size));
	const cell = { size: small, connections: 1 };
	for (const kind of Object.keys(target.answers) as Kind[]) {
		await measureRound(target, { ...cell, kind }, WARM_UP_MS, stage);
	}
	await stage.backlog.clear();
}

function rotated<T>(list: T[], by: number): T[] {
	const start = by % list.length;
	return [...list.slice(start), ...list.slice(0, start)];
}
