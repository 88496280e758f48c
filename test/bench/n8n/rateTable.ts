import { median } from '../statistics';
import { allCells, sizeName, type Kind } from './kinds';
import { figuresOf, type Measurements } from './measurements';
import { table } from '../../support/table';
import { targetNames, type TargetId } from './target';

const head = [
	'body',
	'connections',
	'receiver',
	'a second',
	'median ms',
	'99 % ms',
	'processor ms',
	'Smile Trigger ÷ this',
];

/** One row for each receiver and cell of a kind. */
export function rateTable(measurements: Measurements, kind: Kind): string {
	const ids = Object.keys(targetNames) as TargetId[];
	const rows = allCells()
		.filter((cell) => cell.kind === kind)
		.flatMap((cell) =>
			ids.flatMap((id) => {
				const series = measurements.find(id, cell);
				if (!series) return [];
				const { rate, middle, slow, cpu } = figuresOf(series);
				const ratio = median(measurements.ratios('smile', id, cell));
				return [
					[
						sizeName(cell.size),
						String(cell.connections),
						targetNames[id],
						rate.toFixed(1),
						middle.toFixed(0),
						slow.toFixed(0),
						cpu.toFixed(1),
						id === 'smile' ? '' : ratio.toFixed(2),
					],
				];
			}),
		);
	return table(head, rows);
}
