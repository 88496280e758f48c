import { Removals } from '../../nodes/Smile/activation/removals';
import { lapse } from './lapse';

export const address = 'https://n8n.example.test/a';

/** Removals with a clock that passes when a test says so, and what they have removed. */
export function setUp() {
	const ends: Array<() => void> = [];
	const waits: number[] = [];
	const removed: string[][] = [];
	const wait = async (milliseconds: number) => {
		waits.push(milliseconds);
		await new Promise<void>((resolve) => ends.push(resolve));
	};
	const removals = new Removals({ now: () => 0, wait });
	let held = Promise.resolve();
	const schedule = (trigger: string, ...ids: string[]) =>
		removals.schedule(trigger, {
			address,
			ids,
			state: {},
			remove: async (which) => {
				removed.push([...which]);
				await held;
			},
		});
	/** Removals take until the function that this gives is called. */
	const hold = () => {
		let end = () => {};
		held = new Promise((resolve) => (end = resolve));
		return end;
	};
	const pass = async () => {
		ends.splice(0).forEach((end) => end());
		await settled();
	};
	return { removals, removed, waits, schedule, pass, hold };
}

/** Whatever waits for nothing but promises has gone on. */
export const settled = async () => await lapse(0);
