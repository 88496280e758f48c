import { pauseClock } from '../../nodes/Smile/api/pause';
import { processClock } from '../../nodes/Smile/shared/clock';

/** How many times faster the time of pauses goes by. */
const FASTER = 20;

/**
 * Has the pauses between the tries of a test file's requests last a twentieth of what they should. That they have
 * their length is what `test/unit/api/retry.test.ts` and `test/integration/pacing.test.ts` look at.
 */
export function quickPauses(): void {
	beforeAll(() => {
		pauseClock.now = () => processClock.now() * FASTER;
		pauseClock.wait = async (milliseconds) => await processClock.wait(milliseconds / FASTER);
	});
	afterAll(() => void Object.assign(pauseClock, processClock));
}
