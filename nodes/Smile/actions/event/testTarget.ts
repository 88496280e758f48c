import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import type { SmileClient } from '../../api/client';
import { environmentOf } from '../../api/environment';
import type { OrThrow } from '../../api/errors';
import type { SmileWebhook } from '../../api/schemas';
import { getWebhook } from '../../api/webhooks';
import { readId, readPicked } from '../parameters/locator';
import { webhookId } from '../webhook/fields';

export const testTargetField: INodeProperties = {
	...webhookId,
	default: { mode: 'list', value: '' },
	description:
		'Where the test event goes, signed with the webhook secret of the credential: a webhook at Smile, or any address',
	modes: [
		...(webhookId.modes ?? []),
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://n8n.example.com/webhook-test/0a1b/webhook',
			hint: 'The address of any Smile Trigger, also the test URL while the editor listens',
		},
	],
};

/** Shown where an address is entered: nobody at Smile has said that it is one of one's own. */
export const addressNotice: INodeProperties = {
	displayName:
		"What is sent there is signed with the webhook secret of the credential. Enter only an address of your own: whoever has a signed event can send it to your triggers, which take it for one of Smile's.",
	name: 'addressNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { '/webhookId.mode': ['url'] } },
};

export interface TestTarget {
	url: string;
	/** Unless an address was entered. */
	webhook?: SmileWebhook;
}

/** Where the test event goes. Throws when nothing is picked or the address is no safe one. */
export async function testTarget(
	context: IExecuteFunctions,
	itemIndex: number,
	orThrow: OrThrow,
	smile: SmileClient,
): Promise<TestTarget> {
	const chosen = context.getNodeParameter('webhookId', itemIndex) as { mode?: string };
	if (chosen.mode === 'url') {
		return { url: checked(context, itemIndex, readPicked(context, itemIndex, webhookId)) };
	}
	const id = readId(context, itemIndex, webhookId);
	const webhook = orThrow(await getWebhook(smile, id), `get the webhook ${id}`);
	return { url: checked(context, itemIndex, webhook.url), webhook };
}

function checked(context: IExecuteFunctions, itemIndex: number, text: string): string {
	// The same rule as for the address of Smile: signed data must not cross a network unencrypted.
	if (environmentOf({ environment: 'custom', baseUrl: text }).ok) return text;
	throw new NodeOperationError(
		context.getNode(),
		'The address for the test event must start with https://, or http:// on this machine',
		{ itemIndex, description: 'Pick another webhook, or enter another address under By URL.' },
	);
}
