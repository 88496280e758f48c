import { clock } from '../../../nodes/Smile/activation/clock';
import { processClock } from '../../../nodes/Smile/shared/clock';

describe('the time of activation', () => {
	it('is that of the process, and can be another one without that', async () => {
		const begun = processClock.now();

		await clock.wait(20);

		expect(clock.now() - begun).toBeGreaterThan(15);
		expect(clock).not.toBe(processClock);
	});
});
