import { Pace, paces, type Asking } from '../../nodes/Smile/api/pace';
import { ManualClock } from './manualClock';

/** The pace of requests to one Smile, on a clock that a test moves; it counts who has asked for a place. */
export class WatchedPace extends Pace {
	asked = 0;

	private constructor(readonly time: ManualClock) {
		super(time);
	}

	/** Takes the place of the pace at which this process asks a Smile. */
	static at(baseUrl: string): WatchedPace {
		const pace = new WatchedPace(new ManualClock());
		paces.set(baseUrl, pace);
		return pace;
	}

	override async run<Value>(call: () => Promise<Value>, asking?: Asking<Value>): Promise<Value> {
		this.asked += 1;
		return await super.run(call, asking);
	}
}
