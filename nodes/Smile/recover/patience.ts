import { isPassing } from '../api/failure';
import type { Result } from '../api/result';

/** After so many sources in a row that Smile did not answer for, each after several tries, the rest is not asked. */
const SOURCES = 3;

/** Tells whether to go on asking: one list that fails costs seconds, hundreds of them would cost hours. */
export class Patience {
	private inVain = 0;

	note(result: Result<unknown>): void {
		this.inVain = !result.ok && isPassing(result.failure) ? this.inVain + 1 : 0;
	}

	get isOver(): boolean {
		return this.inVain >= SOURCES;
	}
}
