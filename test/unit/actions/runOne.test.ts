import { NodeOperationError, type IExecuteFunctions, type INode } from 'n8n-workflow';

import { failed } from '../../../nodes/Smile/actions/runOne';

const node: INode = {
	id: 'node-1',
	name: 'Smile',
	type: 'n8n-nodes-smile.smile',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const maybe = 'Smile may have done it all the same: look before you repeat it.';

/** What n8n keeps of an item that failed so and is routed to the error output. */
function kept(message: string, mayHaveHappened?: boolean, onError = 'continueErrorOutput') {
	const context = {
		getNode: () => ({ ...node, onError }),
		continueOnFail: () => true,
		getExecutionCancelSignal: () => undefined,
		logger: { debug: () => undefined },
	};
	const error = new NodeOperationError(node, message);
	if (mayHaveHappened !== undefined) error.context.mayHaveHappened = mayHaveHappened;
	const { results } = failed(context as unknown as IExecuteFunctions, 0, error);
	return results[0].error?.message;
}

describe('the message of an error for the error output', () => {
	it.each([
		['Could not do it', `Could not do it. ${maybe}`],
		['Could not do it.', `Could not do it. ${maybe}`],
		[`Could not do it. ${maybe}`, `Could not do it. ${maybe}`],
		['Smile may have done this already', 'Smile may have done this already'],
		['It may have moved', `It may have moved. ${maybe}`],
	])('says once that it may be done: %s', (message, whole) => {
		expect(kept(message, true)).toBe(whole);
	});

	it.each([undefined, false])('stays as it is where mayHaveHappened is %s', (mayHaveHappened) => {
		expect(kept('Could not do it', mayHaveHappened)).toBe('Could not do it');
	});

	it('does not leave by the regular output', () => {
		expect(kept('Could not do it', true, 'continueRegularOutput')).toBeUndefined();
	});
});
