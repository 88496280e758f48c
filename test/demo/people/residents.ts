import type { Life } from '../../support/smile/data/life';
import type { SimulatedSmile } from '../../support/smile/simulatedSmile';

const hourMs = 3_600_000;
const count = 4;

/**
 * Lets people settle before anything is delivered: each has linked an account and uploaded a payslip within
 * the last day, so that lists, pick lists and Get Missed find something.
 */
export function settle(smile: SimulatedSmile, now = new Date()): Life[] {
	return Array.from({ length: count }, (_none, index) => {
		const begin = new Date(now.getTime() - (count - index) * 5 * hourMs);
		const invited = index % 2 === 0;
		return smile.data.live(begin, { account: 'connected', archive: 'analyzed', invited });
	});
}
