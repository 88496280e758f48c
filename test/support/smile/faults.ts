/** Which requests a fault waits for. */
export interface FaultTarget {
	method?: string;
	/** A string fits that path and everything below it, a pattern what it matches. */
	path?: string | RegExp;
	/** How many requests that fit pass before; 0 unless said otherwise. */
	skip?: number;
	/** How many requests get the fault; 1 unless said otherwise, Infinity for all. */
	times?: number;
	/** The request is carried out before it goes wrong. */
	afterWork?: boolean;
}

export type FaultKind =
	/** Answers with that status in Smile's envelope; the code follows from the status. */
	| {
			kind: 'status';
			status: number;
			code?: string;
			message?: string;
			headers?: Record<string, string>;
	  }
	/** Never answers; the connection stays open until the simulation closes. */
	| { kind: 'hang' }
	/** Does the work, then drops the connection. */
	| { kind: 'answerLost' }
	/** Drops the connection before doing anything. */
	| { kind: 'cut' }
	/** A page of a proxy; 502 unless said otherwise. */
	| { kind: 'html'; status?: number }
	/** An answer without a body; 200 unless said otherwise. */
	| { kind: 'empty'; status?: number }
	/** JSON which is not Smile's envelope; 200 unless said otherwise. */
	| { kind: 'otherEnvelope'; status?: number; body?: unknown }
	/** Does the work, sends half of the answer, then drops the connection. */
	| { kind: 'truncated' }
	/** Does the work and answers that many milliseconds later. */
	| { kind: 'slow'; ms: number };

export type Fault = FaultTarget & FaultKind;

/** Faults that wait for a request, oldest first. */
export class Faults<Waiting extends FaultTarget = Fault> {
	private waiting: Array<{ fault: Waiting; left: number; skip: number }> = [];

	/** Plays the fault on the next request, or the next `times` requests, that fit it. */
	next(fault: Waiting): void {
		this.waiting.push({ fault, left: fault.times ?? 1, skip: fault.skip ?? 0 });
	}

	clear(): void {
		this.waiting = [];
	}

	/** How many faults have not been used up. */
	get pending(): number {
		return this.waiting.length;
	}

	/** The fault for this request, if one waits for it; counts as one use. */
	take(method: string, path: string): Waiting | undefined {
		const found = this.waiting.find(({ fault }) => fits(fault, method, path));
		if (!found) return undefined;
		found.skip -= 1;
		if (found.skip >= 0) return undefined;
		found.left -= 1;
		if (found.left <= 0) this.waiting = this.waiting.filter((other) => other !== found);
		return found.fault;
	}
}

function fits(target: FaultTarget, method: string, path: string): boolean {
	if (target.method && target.method.toUpperCase() !== method) return false;
	if (target.path === undefined) return true;
	if (typeof target.path !== 'string') return target.path.test(path);
	return path === target.path || path.startsWith(`${target.path}/`);
}
