import { processClock, type Clock } from '../shared/clock';
import { Rate } from './rate';
import { Turns, type Turn } from './turns';

/** A second and a little more, since clocks do not all run alike, in milliseconds. */
const WINDOW_MS = 1_025;

/** How long a request may be on its way to Smile, in milliseconds. */
const ON_THE_WAY_MS = 70;

/** A wait that ends so much later than it should, in milliseconds, was one of a process too busy to send anything. */
const BUSY_MS = 15;

/** A request's place in the limit, by the process's clock. */
interface Place {
	begun: number;
	/** When Smile had counted it at the latest; undefined while it may be on its way. */
	counted?: number;
}

export interface Asking<Value> extends Turn {
	/** Ends a wait early; the call then begins at once and has to find that out. */
	signal?: AbortSignal;
	/** Whether what came of it says that Smile's limit was passed. */
	isTooMany?(value: Value): boolean;
}

/**
 * Lets calls to one Smile begin as soon as its limit allows: the twenty-first a second after Smile has counted the
 * first. Of those that wait the urgent begin first, then those of each lane in turn.
 */
export class Pace {
	private places: Place[] = [];
	private readonly waiting = new Turns<(place?: Place) => void>();
	private wakesAt = Number.POSITIVE_INFINITY;

	constructor(
		private readonly clock: Clock = processClock,
		private readonly rate = new Rate(),
	) {}

	/** Makes one call when its turn has come. */
	async run<Value>(call: () => Promise<Value>, asking: Asking<Value> = {}): Promise<Value> {
		const place = await this.turn(asking);
		try {
			const value = await call();
			if (place && asking.isTooMany?.(value)) this.rate.slowDown(place.begun, this.clock.now());
			return value;
		} finally {
			this.noteCounted(place);
			this.admit();
		}
	}

	/** Waits for a place; without one when the signal has fired. */
	private async turn<Value>({ signal, ...turn }: Asking<Value>): Promise<Place | undefined> {
		if (signal?.aborted) return undefined;
		const left = new AbortController();
		try {
			return await new Promise((begin) => {
				const leave = () => {
					this.waiting.remove(begin);
					begin(undefined);
				};
				signal?.addEventListener('abort', leave, { signal: left.signal });
				this.waiting.add(begin, turn);
				this.admit();
			});
		} finally {
			left.abort();
		}
	}

	/** Lets the next one begin, if there is a place for it. */
	private admit(): void {
		const now = this.clock.now();
		if (this.waiting.isEmpty || this.wakesAt <= now) return;
		const freeAt = this.freeAt(now);
		if (freeAt > now) return this.wakeAt(freeAt);
		const place: Place = { begun: now };
		this.places.push(place);
		void this.onTheWay(place);
		this.waiting.next()?.(place);
		// Twenty that were made at once would all be sent only when the last was made.
		this.wakeAt(now);
	}

	/** Notes when a request must have reached Smile. One that the process was too busy to send begins its way anew. */
	private async onTheWay(place: Place): Promise<void> {
		while (place.counted === undefined) {
			const since = this.clock.now();
			await this.clock.wait(ON_THE_WAY_MS);
			if (this.clock.now() - since < ON_THE_WAY_MS + BUSY_MS) this.noteCounted(place);
		}
	}

	/** Notes that by now Smile has counted a request, as it has ended, or was long enough on its way. */
	private noteCounted(place: Place | undefined): void {
		if (place) place.counted ??= this.clock.now();
	}

	/** When the next call may begin. */
	private freeAt(now: number): number {
		const countedAt = ({ begun, counted = Math.max(now, begun + ON_THE_WAY_MS) }: Place) => counted;
		this.places = this.places.filter((place) => countedAt(place) + WINDOW_MS > now);
		const tooMany = this.places.length - this.rate.at(now);
		if (tooMany < 0) return now;
		const leaving = this.places.map(countedAt).sort((one, other) => one - other);
		return leaving[tooMany] + WINDOW_MS;
	}

	/** A place may become free earlier than was thought, when its call has ended: then there is a second waking. */
	private wakeAt(moment: number): void {
		if (this.wakesAt <= moment) return;
		this.wakesAt = moment;
		void this.clock.wait(Math.max(0, Math.ceil(moment - this.clock.now()))).then(() => {
			if (this.wakesAt === moment) this.wakesAt = Number.POSITIVE_INFINITY;
			this.admit();
		});
	}
}

/**
 * One for each base URL: the limit is one for this address, so all nodes of this process share it. Tests give a Smile
 * without a limit one of its own.
 */
export const paces = new Map<string, Pace>();

/** Makes one call to a Smile host at the pace that its limit allows; see `Pace`. */
export async function paced<Value>(
	baseUrl: string,
	call: () => Promise<Value>,
	asking?: Asking<Value>,
): Promise<Value> {
	const pace = paces.get(baseUrl) ?? new Pace();
	paces.set(baseUrl, pace);
	return await pace.run(call, asking);
}
