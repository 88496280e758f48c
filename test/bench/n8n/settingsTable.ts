import { median } from '../statistics';
import type { Cell } from './kinds';
import { figuresOf, type Measurements } from './measurements';
import { settings, unchanged } from './settings';
import { table } from '../../support/table';

/** The rate of the Smile Trigger under each setting, as a multiple of what n8n does unchanged. */
export function settingsTable(measurements: Measurements, cells: Cell[]): string {
	const head = cells.map(({ kind, connections }) => `${kind}, ${connections} conn.`);
	const rows = Object.keys(settings).map((name) => [
		name,
		...cells.map((cell) => {
			const series = measurements.find(name, cell);
			if (!series) return '';
			const { rate, slow, cpu } = figuresOf(series);
			const ratio = median(measurements.ratios(name, unchanged, cell));
			const figures = `${rate.toFixed(0)}/s, 99 % in ${slow.toFixed(0)} ms, ${cpu.toFixed(0)} ms of processor`;
			return name === unchanged ? figures : `${ratio.toFixed(2)} × (${figures})`;
		}),
	]);
	return table(['setting', ...head], rows);
}
