import { table } from '../support/table';
import type { CostCase } from './costCases';
import { RATIO_LIMIT, type Comparison } from './deliveryCosts';
import type { HeapCourse } from './memoryUse';
import type { TimingVerdict } from './signatureTiming';

const sizeNames: Record<number, string> = {
	300: '300 B',
	65_536: '64 kB',
	1e6: '1 MB',
	1e7: '10 MB',
};

/** Beyond the ratio, the node may cost this much whatever the size of the body. */
const MICROS_LIMIT = 100;
/** Its time is that of the credential's store, which n8n keeps in a database and the bench in memory. */
const rereading: CostCase = 'forged, first in a second';

/** One row for each body size, case and bare work, as a Markdown table. */
export function costTable(comparisons: Comparison[]): string {
	const head = ['body', 'delivery', 'beside', 'bare µs', 'node µs', 'ratio', 'overhead µs'];
	const rows = comparisons.map((measured) => [
		sizeNames[measured.size] ?? `${measured.size} B`,
		measured.delivery,
		measured.bare,
		micros(measured.bareMicros),
		micros(measured.nodeMicros),
		measured.ratio.toFixed(2),
		micros(measured.overheadMicros),
		verdictOf(measured),
	]);
	return table([...head, `≤ ${RATIO_LIMIT} × bare + ${MICROS_LIMIT} µs`], rows);
}

function verdictOf({ delivery, beyondRatioMicros }: Comparison): string {
	if (delivery === rereading) return 'reads the credential';
	const [low, high] = beyondRatioMicros;
	if (high <= MICROS_LIMIT) return 'yes';
	return low > MICROS_LIMIT ? 'NO' : 'unclear';
}

/** The heap in MB after so many deliveries. */
export function heapTable(courses: Record<string, HeapCourse>): string {
	const [first] = Object.values(courses);
	const head = ['deliveries', ...first.points.map(({ deliveries }) => String(deliveries)), 'flat'];
	const rows = Object.entries(courses).map(([name, { points, isFlat }]) => [
		name,
		...points.map(({ megabytes }) => megabytes.toFixed(1)),
		isFlat ? 'yes' : 'NO',
	]);
	return table(head, rows);
}

export function timingTable(verdicts: TimingVerdict[]): string {
	const head = ['check', 'first byte wrong, ns', 'last byte wrong, ns', 't', 'same time'];
	const rows = verdicts.map(({ name, firstWrong, lastWrong, t, isConstant }) => [
		name,
		firstWrong.toFixed(0),
		lastWrong.toFixed(0),
		t.toFixed(1),
		isConstant ? 'yes' : 'NO',
	]);
	return table(head, rows);
}

function micros(value: number): string {
	return Math.abs(value) < 1000 ? value.toFixed(1) : value.toFixed(0);
}
