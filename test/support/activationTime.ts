import { clock } from '../../nodes/Smile/activation/clock';
import { ManualClock } from './manualClock';

/** Has activation go by a clock that stands still until the test moves it. */
export function activationTime(): ManualClock {
	const time = new ManualClock();
	clock.now = () => time.now();
	clock.wait = async (milliseconds) => await time.wait(milliseconds);
	return time;
}
