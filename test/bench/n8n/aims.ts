import { median, middleHalf } from '../statistics';
import { connectionCounts, sizeName, sizes, type Kind } from './kinds';
import type { Measurements } from './measurements';
import { table } from '../../support/table';
import type { TargetId } from './target';

interface Aim {
	text: string;
	kind: Kind;
	beside: TargetId;
	/** The least that the Smile Trigger's rate should be, as a share of the other's, by size of the body. */
	least: (size: number) => number;
}

const aims: Aim[] = [
	{
		text: 'accepted: at least 0.95 of a bare trigger',
		kind: 'accepted',
		beside: 'bare',
		least: () => 0.95,
	},
	{
		text: 'accepted: as fast as the GitHub Trigger',
		kind: 'accepted',
		beside: 'github',
		least: () => 1,
	},
	{
		text: 'forged: as fast as the GitHub Trigger',
		kind: 'forged',
		beside: 'github',
		least: () => 1,
	},
	{
		text: 'forged: as fast as Webhook, Crypto, If; at 1 MB twice',
		kind: 'forged',
		beside: 'workflow',
		least: (size) => (size >= 1e6 ? 2 : 1),
	},
	{
		text: 'forged: the same beside the workflow that refuses',
		kind: 'forged',
		beside: 'refusing',
		least: (size) => (size >= 1e6 ? 2 : 1),
	},
];

const columns = sizes.flatMap((size) =>
	connectionCounts.map((connections) => ({ size, connections })),
);

/** What the Smile Trigger is to reach, and the median of the ratios of each round. */
export function aimTable(measurements: Measurements): string {
	const head = columns.map(({ size, connections }) => `${sizeName(size)}, ${connections} conn.`);
	const rows = aims.map(({ text, kind, beside, least }) => [
		text,
		...columns.map(({ size, connections }) => {
			const ratios = measurements.ratios('smile', beside, { kind, size, connections });
			return ratios.length ? verdict(ratios, least(size)) : '';
		}),
	]);
	return table(['aim', ...head], rows);
}

/** Yes or no where three quarters of the rounds say so, else unclear. */
function verdict(ratios: number[], least: number): string {
	const [low, high] = middleHalf(ratios);
	const word = low >= least ? 'yes' : high < least ? 'NO' : 'unclear';
	return `${median(ratios).toFixed(2)} ${word}`;
}
