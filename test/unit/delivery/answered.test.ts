import { answered } from '../../../nodes/Smile/delivery/answered';
import { unsentResponse } from '../../support/unsentResponse';

/** What is known so far of how a delivery was answered. */
function watched(response = unsentResponse()) {
	const self: { response: typeof response; accepted?: boolean } = { response };
	void answered(response).then((accepted) => (self.accepted = accepted));
	return self;
}

const hour = 60 * 60_000;

describe('the answer to a delivery', () => {
	beforeEach(() => void jest.useFakeTimers());
	afterEach(() => void jest.useRealTimers());

	it.each([
		[200, true],
		[204, true],
		[299, true],
		[199, false],
		[300, false],
		[404, false],
		[503, false],
	])('with status %i counts as accepted: %s', async (status, accepted) => {
		const one = watched();

		one.response.statusCode = status;
		one.response.end();
		await jest.advanceTimersByTimeAsync(0);

		expect(one.accepted).toBe(accepted);
	});

	it('is awaited however late it comes', async () => {
		const one = watched();

		await jest.advanceTimersByTimeAsync(hour);
		expect(one.accepted).toBeUndefined();

		one.response.end();
		await jest.advanceTimersByTimeAsync(0);
		expect(one.accepted).toBe(true);
	});

	it.each([
		[200, true],
		[500, false],
	])('decides with %i though the caller hung up an hour before', async (status, accepted) => {
		const one = watched();

		one.response.destroy();
		await jest.advanceTimersByTimeAsync(hour);
		expect(one.accepted).toBeUndefined();

		one.response.statusCode = status;
		one.response.end();
		await jest.advanceTimersByTimeAsync(0);
		expect(one.accepted).toBe(accepted);
	});

	it.each([
		[200, true],
		[500, false],
	])('is known to whoever asks after it was given with %i', async (status, accepted) => {
		const response = unsentResponse();
		response.statusCode = status;
		response.end();

		const one = watched(response);
		await jest.advanceTimersByTimeAsync(0);

		expect(one.accepted).toBe(accepted);
	});

	it('is known to everybody who asks', async () => {
		const response = unsentResponse();
		const two = [watched(response), watched(response)];

		response.end();
		await jest.advanceTimersByTimeAsync(0);

		expect(two.map(({ accepted }) => accepted)).toEqual([true, true]);
	});

	it('goes out as it would without anybody watching', () => {
		const { response } = watched();
		const given: unknown[][] = [];
		const plain = unsentResponse();
		plain.end = (...all: unknown[]) => {
			given.push(all);
			return plain;
		};
		const other = watched(plain).response;
		const done = () => {};

		expect(response.end('text')).toBe(response);
		expect(other.end('text', 'utf8', done)).toBe(plain);
		expect(given).toEqual([['text', 'utf8', done]]);
	});

	it('is not given by an end that fails', async () => {
		const response = unsentResponse();
		let tries = 0;
		response.end = () => {
			tries += 1;
			if (tries === 1) throw new Error('the header does not fit');
			return response;
		};
		const one = watched(response);

		expect(() => response.end()).toThrow('does not fit');
		await jest.advanceTimersByTimeAsync(0);
		expect(one.accepted).toBeUndefined();

		response.statusCode = 500;
		response.end();
		await jest.advanceTimersByTimeAsync(0);
		expect(one.accepted).toBe(false);
	});
});
