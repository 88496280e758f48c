import { median } from '../statistics';
import type { Cell } from './kinds';
import type { Round } from './load';

interface Series {
	name: string;
	cell: Cell;
	rounds: Round[];
}

/** Every round of every contender and cell; what is compared was measured in the same round. */
export class Measurements {
	private readonly series: Series[] = [];

	/** How many rounds every contender has been through. */
	get rounds(): number {
		return Math.min(...this.series.map(({ rounds }) => rounds.length));
	}

	add(name: string, cell: Cell, round: Round): void {
		const known = this.find(name, cell);
		if (known) known.rounds.push(round);
		else this.series.push({ name, cell, rounds: [round] });
	}

	/** Undefined where a contender has no such cell. */
	find(name: string, cell: Cell): Series | undefined {
		return this.series.find((one) => one.name === name && isSame(one.cell, cell));
	}

	/** The first contender's rate over the second's, round by round. */
	ratios(name: string, other: string, cell: Cell): number[] {
		const beside = this.find(other, cell)?.rounds ?? [];
		const rounds = this.find(name, cell)?.rounds ?? [];
		return rounds.slice(0, beside.length).map(({ rate }, index) => rate / beside[index].rate);
	}
}

export interface Figures {
	/** Deliveries a second. */
	rate: number;
	/** Milliseconds until the answer: the median, and what 99 of 100 stay below. */
	middle: number;
	slow: number;
	/** Milliseconds of n8n's processor for each delivery. */
	cpu: number;
}

export function figuresOf({ rounds }: Series): Figures {
	const latencies = rounds.flatMap((round) => round.latencies).sort((one, other) => one - other);
	return {
		rate: median(rounds.map(({ rate }) => rate)),
		cpu: median(rounds.map(({ cpuMillis }) => cpuMillis)),
		middle: median(latencies),
		slow: latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * 0.99))],
	};
}

function isSame(one: Cell, other: Cell): boolean {
	return (
		one.kind === other.kind && one.size === other.size && one.connections === other.connections
	);
}
