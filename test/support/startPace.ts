import { Pace, type Asking } from '../../nodes/Smile/api/pace';
import { ManualClock } from './manualClock';

interface Call extends Asking<string> {
	/** How long the answer takes, in milliseconds. */
	takesMs?: number;
	answer?: string;
}

/** A pace on a clock of its own, and when its calls began. */
export function startPace() {
	const clock = new ManualClock();
	const pace = new Pace(clock);
	const begun: Array<{ name: string; at: number }> = [];
	const call = (name: string, { takesMs = 0, answer = 'done', ...asking }: Call = {}) =>
		pace.run(
			async () => {
				begun.push({ name, at: clock.now() });
				if (takesMs > 0) await clock.wait(takesMs);
				return answer;
			},
			{ ...asking, isTooMany: (value) => value === 'too many' },
		);
	return {
		clock,
		pace,
		call,
		calls: (count: number, name: string, given: Call = {}) =>
			Array.from({ length: count }, async () => await call(name, given)),
		names: () => begun.map(({ name }) => name),
		times: () => begun.map(({ at }) => at),
		clear: () => void begun.splice(0),
	};
}

/** So many of one thing, such as of calls that began at one time. */
export const times = <One>(count: number, one: One) => Array.from({ length: count }, () => one);

/** So many calls of one name. */
export const names = (count: number, name: string) => Array.from({ length: count }, () => name);
