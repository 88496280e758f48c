import { table } from '../../support/table';
import { floorSeconds, type Measured } from './measure';

/** The aim for the time beside the floor. */
const AIM = 1.15;

/** One row for each run. */
export function itemsTable(all: readonly Measured[]): string {
	const head = ['items', 'answer ms', 'node', 'floor s', 'took s', '÷ floor', '429', 'failed'];
	const rows = all.map((one) => [
		String(one.items),
		String(one.delayMs),
		one.name,
		floorSeconds(one.items, one.delayMs).toFixed(1),
		one.seconds.toFixed(1),
		one.ratio.toFixed(2),
		String(one.refused),
		String(one.failed),
		one.peakMegabytes.toFixed(0),
		one.leftMegabytes.toFixed(1),
		one.ratio <= AIM && one.refused === 0 && one.failed === 0 ? 'yes' : 'NO',
	]);
	return table([...head, 'peak MB', 'left MB', `≤ ${AIM} × floor, none refused`], rows);
}
