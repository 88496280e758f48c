/* eslint-disable @n8n/community-nodes/no-restricted-imports -- makes a Date of another realm */
import { runInNewContext } from 'node:vm';

import { instantOf, isoTime } from '../../../nodes/Smile/shared/isoTime';

const iso = (time: number | undefined) => time && new Date(time).toISOString();

describe('a time in ISO 8601', () => {
	it.each([
		...['2026-03-04T05:06:07z', '2026-03-04t05:06:07Z', '2026-03-04 05:06:07 UTC'],
		...['2026-03-04T05:06:07UTC', '2026-03-04 05:06:07 GMT', '2026-03-04T05:06:07GMT'],
	])('in UTC may be written as %s', (text) => {
		expect(isoTime(text)).toMatchObject({ day: '2026-03-04', time: '05:06:07', offset: 'Z' });
	});

	it.each(['2026-03-04 05:06:07 GMT+0800', '2026-03-04 UTC', '2026-03-04T05:06 utc'])(
		'is none in %s',
		(text) => {
			expect(isoTime(text)).toBeUndefined();
		},
	);

	it('may be a Date of another realm, but no broken one', () => {
		const inRealm = (code: string): unknown => runInNewContext(code);

		expect(isoTime(inRealm('new Date(1772600767000)'))).toMatchObject({ time: '05:06:07.000' });
		expect(isoTime(inRealm('new Date(NaN)'))).toBeUndefined();
	});
});

describe('the moment of a time', () => {
	it.each([
		['2026-03-04T05:06:07Z', '2026-03-04T05:06:07.000Z'],
		['2026-03-04T05:06:07,000Z', '2026-03-04T05:06:07.000Z'],
		['2026-03-04T05:06:07.123456789Z', '2026-03-04T05:06:07.123Z'],
		['2026-03-04T05:06:07Z[UTC]', '2026-03-04T05:06:07.000Z'],
		['2026-03-04T05:06:07+08:00[Asia/Manila]', '2026-03-03T21:06:07.000Z'],
		['2026-03-04T05:06:07[Asia/Manila]', '2026-03-03T21:06:07.000Z'],
		['2026-03-04T05:06+00', '2026-03-04T05:06:00.000Z'],
		['2026-03-04 05:06:07 +0800', '2026-03-03T21:06:07.000Z'],
		['2026-03-04t05:06z', '2026-03-04T05:06:00.000Z'],
		['2026-03-04 05:06:07 UTC', '2026-03-04T05:06:07.000Z'],
		['2026-03-04T05:06:07', '2026-03-04T05:06:07.000Z'],
		['2026-03-04', '2026-03-04T00:00:00.000Z'],
		['0000-01-01', '0000-01-01T00:00:00.000Z'],
	])('of %s is %s', (text, time) => {
		expect(iso(instantOf(text))).toBe(time);
	});

	it.each([
		...['2026-02-31', '2026-02-31T10:00:00Z', '2026-03-04T05:06Z[No/Where]', 'yesterday', ''],
		...[undefined, null, 1_772_600_767_000, {}],
	])('is none of %j', (value) => {
		expect(instantOf(value)).toBeUndefined();
	});

	it('is in another zone where that is said, but for a time that names its own', () => {
		expect(iso(instantOf('2026-03-04', 'Asia/Manila'))).toBe('2026-03-03T16:00:00.000Z');
		expect(iso(instantOf('2026-03-04T05:06Z', 'Asia/Manila'))).toBe('2026-03-04T05:06:00.000Z');
	});
});
