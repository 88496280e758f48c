import { handOut, isHandedOut } from '../../../nodes/Smile/api/handedOut';

const MOST = 10_000;

describe('what was the result of a creation', () => {
	it('is remembered, and nothing else', () => {
		handOut('u-1');

		expect(isHandedOut('u-1')).toBe(true);
		expect(isHandedOut('u-2')).toBe(false);
	});

	it('is forgotten behind ten thousand others, the oldest first', () => {
		handOut('u-1');
		for (let number = 0; number < MOST; number += 1) handOut(`i-${number}`);
		expect([isHandedOut('u-1'), isHandedOut('i-0')]).toEqual([false, true]);

		handOut('last');

		expect(['i-0', 'i-1', 'last'].map(isHandedOut)).toEqual([false, true, true]);
	});
});
