import { holds } from '../../../nodes/Smile/shared/holds';

describe('a record of Smile’s', () => {
	it.each([
		['2026-03-04T05:06:07Z', '2026-03-04T05:06:07,000Z'],
		['2026-03-04T05:06:07Z', '2026-03-04T13:06:07+08:00[Asia/Manila]'],
		['2026-03-04T05:06:07Z', '2026-03-04T05:06:07'],
		['2026-03-04T05:06:07 noted', '2026-03-04T05:06:07 noted'],
	])('holds what was sent as %s where it says %s', (sent, at) => {
		expect(holds({ at }, { at: sent })).toBe(true);
	});

	it.each([
		['2026-03-04T05:06:07Z', '2026-03-04T05:06:08Z'],
		['2026-03-04T05:06:07 noted', '2026-03-04T05:06:07 other'],
		['2026-02-31T05:06:07Z', '2026-03-03T05:06:07Z'],
	])('does not hold what was sent as %s where it says %s', (sent, at) => {
		expect(holds({ at }, { at: sent })).toBe(false);
	});
});
