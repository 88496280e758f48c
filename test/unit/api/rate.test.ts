import { Rate, REQUESTS_PER_SECOND } from '../../../nodes/Smile/api/rate';

describe('the rate of requests', () => {
	it('is what Smile allows', () => {
		expect(REQUESTS_PER_SECOND).toBe(20);
		expect(new Rate().at(0)).toBe(20);
		expect(new Rate(5).at(1_000_000)).toBe(5);
		expect(new Rate(Number.POSITIVE_INFINITY).at(0)).toBe(Number.POSITIVE_INFINITY);
	});

	it('is three tenths less once it was too much, then one more every two seconds', () => {
		const rate = new Rate();

		rate.slowDown(900, 1_000);

		const at = [1_000, 2_999, 3_000, 4_999, 5_000, 12_999, 13_000, 99_000];
		expect(at.map((now) => rate.at(now))).toEqual([14, 14, 15, 15, 16, 19, 20, 20]);
	});

	it('is lowered from what it was by then', () => {
		const rate = new Rate();
		rate.slowDown(0, 1_000);

		rate.slowDown(3_000, 3_000);

		expect(rate.at(3_000)).toBe(10);
	});

	it('is not lowered again by what was under way before', () => {
		const rate = new Rate();
		rate.slowDown(0, 1_000);

		rate.slowDown(999, 2_000);
		expect(rate.at(2_000)).toBe(14);

		rate.slowDown(1_000, 2_000);
		expect(rate.at(2_000)).toBe(9);
	});

	it('is one a second at least', () => {
		const rate = new Rate();

		for (let time = 0; time < 20; time += 1) rate.slowDown(time, time);

		expect(rate.at(20)).toBe(1);
		expect(rate.at(2_019)).toBe(2);
	});
});
