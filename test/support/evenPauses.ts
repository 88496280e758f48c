import { chance } from '../../nodes/Smile/api/retry';

/** Has a test file's pauses take no real time, each just as long as it stands in its table: none is spread at random. */
export function evenPauses(): void {
	beforeEach(() => {
		jest.useFakeTimers();
		jest.spyOn(chance, 'next').mockReturnValue(0.5);
	});
	afterEach(() => {
		jest.useRealTimers();
		jest.restoreAllMocks();
	});
}
