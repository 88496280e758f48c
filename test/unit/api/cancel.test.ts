import type { IExecuteFunctions, IHookFunctions } from 'n8n-workflow';

import { cancelSignal, isCancelled, stopIfCancelled } from '../../../nodes/Smile/api/cancel';
import { scriptedSmile } from '../../support/scriptedSmile';

const running = (signal?: AbortSignal) =>
	({ getExecutionCancelSignal: () => signal }) as unknown as IExecuteFunctions;

describe('a cancelled execution', () => {
	it('is known by its signal', () => {
		const { signal } = new AbortController();

		expect(cancelSignal(running(signal))).toBe(signal);
		expect(cancelSignal(running())).toBeUndefined();
		expect(cancelSignal({} as IHookFunctions)).toBeUndefined();
		expect(isCancelled(running(signal))).toBe(false);
		expect(isCancelled(running(AbortSignal.abort()))).toBe(true);
		expect(isCancelled({} as IHookFunctions)).toBe(false);
	});

	it('stops, and says that nothing more was asked', () => {
		const { client, cancel } = scriptedSmile();
		expect(() => stopIfCancelled(client)).not.toThrow();

		cancel();

		expect(() => stopIfCancelled(client)).toThrow(
			expect.objectContaining({
				message: 'The execution was cancelled',
				description: 'Nothing more was asked of Smile.',
			}),
		);
	});

	it('says so where Smile may have done something', () => {
		const { client, cancel } = scriptedSmile();
		cancel();

		expect(() => stopIfCancelled(client, { mayHaveHappened: true })).toThrow(
			expect.objectContaining({
				description:
					'Smile may have done what was asked all the same. Look there before you run this again.',
			}),
		);
	});

	it('goes on where there is nothing to be cancelled', () => {
		const { client } = scriptedSmile();

		expect(() => stopIfCancelled({ ...client, signal: undefined })).not.toThrow();
	});
});
