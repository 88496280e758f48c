import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { SmileWebhook } from '../../api/schemas';
import { isRefusal } from '../../delivery/refusals';
import { postTest } from './postTest';
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
	// Only a Smile Trigger answers so, and only what was signed with a secret of its credential.
	const accepted = isRefusal('envelope', { status: answer.status, body: answer.answer });
	return { accepted, usedBySmile: usedBySmile ?? null, ...answer, url };
}

/** Whether Smile signs with this secret; undefined where it does not show the webhook's secret. */
export function isUsedBySmile({ secret }: SmileWebhook, ours: string): boolean | undefined {
	return typeof secret === 'string' ? secret === ours : undefined;
}
