/** What became of a delivery whose answer came late. */
export interface LateAnswer {
	/** When it was answered. */
	afterMs: number;
	/** Whether it arrived at all. */
	arrived: boolean;
	/** How often it came again. */
	again: number;
	/** When the caller hung up, where it did before the answer. */
	hungUpAfterMs?: number;
}

/** Says after how long a 2xx is too late, as far as late answers tell. */
export function timeoutSeen(answers: readonly LateAnswer[]): string {
	const arrived = answers.filter((answer) => answer.arrived);
	if (arrived.length === 0) return 'No delivery arrived whose answer could be late';
	const inTime = arrived.filter(
		({ again, hungUpAfterMs }) => again === 0 && hungUpAfterMs === undefined,
	);
	const late = arrived.filter((answer) => !inTime.includes(answer));
	const longest = Math.max(0, ...inTime.map(({ afterMs }) => afterMs));
	if (late.length === 0) return `An answer after ${seconds(longest)} is in time`;
	const shortest = Math.min(...late.map(({ afterMs }) => afterMs));
	const repeated = late.some(({ again }) => again > 0) ? 'is repeated' : 'is not repeated';
	const hungUp = late.flatMap(({ hungUpAfterMs }) => hungUpAfterMs ?? []);
	const told =
		hungUp.length > 0 ? `; the caller hung up after ${seconds(Math.min(...hungUp))}` : '';
	const before = longest > 0 ? `after ${seconds(longest)} is in time, ` : '';
	return `An answer ${before}after ${seconds(shortest)} is too late and the delivery ${repeated}${told}`;
}

/** Milliseconds, as a person reads them. */
export function seconds(ms: number): string {
	return `${Number((ms / 1000).toFixed(1))} s`;
}
