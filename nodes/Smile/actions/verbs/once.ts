import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

/**
 * Refuses to run while n8n's own Retry On Fail is on: it runs the node again for all items, also for those that
 * were done, and so would send a second e-mail to a person, ask a second time about one, or clear what somebody has entered since.
 */
export function refuseRetryOnFail(context: IExecuteFunctions, itemIndex: number): void {
	if (context.getNode().retryOnFail !== true) return;
	throw new NodeOperationError(
		context.getNode(),
		'This operation does not run while Retry On Fail is on',
		{
			itemIndex,
			description:
				'Turn off Retry On Fail in the settings of this node: n8n would run it again for all items, and do a second time what was done. The node repeats by itself what never reached Smile.',
		},
	);
}
