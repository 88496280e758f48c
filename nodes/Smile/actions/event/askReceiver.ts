import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { SmileWebhook } from '../../api/schemas';
import { postTest, type TestAnswer } from './postTest';
import type { TestTarget } from './testTarget';

/** Signed like an event, but none: a Smile Trigger says so only after it has accepted the signature. */
const NO_EVENT = '{}';

export const signatureOnly: INodeProperties = {
	displayName: 'Signature Only',
	name: 'signatureOnly',
	type: 'boolean',
	default: false,
	description:
		'Whether to send a signed text that is no event. A Smile Trigger then tells whether it accepts the webhook secret of the credential, and its workflow does not run.',
};

/** Learns whether the trigger behind an address accepts the secret, and whether Smile signs with it already. */
export async function askReceiver(
	context: IExecuteFunctions,
	itemIndex: number,
	{ url, webhook, secret }: TestTarget & { secret: string },
): Promise<IDataObject> {
	const answer = await postTest(context, itemIndex, { url, text: NO_EVENT, secret });
	const usedBySmile = webhook ? isUsedBySmile(webhook, secret) : undefined;
	return { accepted: isAcceptance(answer), usedBySmile: usedBySmile ?? null, ...answer, url };
}

/** Whether Smile signs with this secret; undefined where it does not show the webhook's secret. */
export function isUsedBySmile({ secret }: SmileWebhook, ours: string): boolean | undefined {
	return typeof secret === 'string' ? secret === ours : undefined;
}

/** The answer that only a Smile Trigger gives, and only to what was signed with a secret of its credential. */
function isAcceptance({ status, answer }: TestAnswer): boolean {
	return (
		status === 400 &&
		typeof answer === 'object' &&
		answer.status === 'rejected' &&
		answer.reason === 'envelope'
	);
}
