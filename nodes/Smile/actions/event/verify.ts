import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { secretsOf } from '../../delivery/readSecrets';
import { verifySignature } from '../../delivery/verifySignature';
import type { Operation } from '../operation';

export const verifyOperation: Operation = {
	option: {
		name: 'Verify Signature',
		value: 'verify',
		action: 'Verify signature of an event',
		description: 'Check that an event received elsewhere comes from Smile unchanged',
	},
	properties: [
		{
			displayName: 'Body From',
			name: 'bodyFrom',
			type: 'options',
			options: [
				{ name: 'Binary File', value: 'binary', description: 'A file of the item, byte by byte' },
				{ name: 'Text', value: 'text', description: 'The raw text, before anybody parsed it' },
			],
			default: 'text',
			description: 'Where the raw body of the request is',
		},
		{
			displayName: 'Raw Body',
			name: 'body',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			placeholder: 'e.g. {"version":1,"type":"USER_CREATED"}',
			description:
				'The body exactly as received. JSON that was parsed and written again has another signature.',
			displayOptions: { show: { bodyFrom: ['text'] } },
		},
		{
			displayName: 'Input Binary Field',
			name: 'binaryPropertyName',
			type: 'string',
			required: true,
			default: 'data',
			hint: 'The name of the input binary field with the raw body',
			description: 'The Webhook node of n8n puts the raw body there when its option Raw Body is on',
			displayOptions: { show: { bodyFrom: ['binary'] } },
		},
		{
			displayName: 'Signature',
			name: 'signature',
			type: 'string',
			default: '',
			placeholder: 'e.g. {{ $json.headers["smile-signature"] }}',
			description: 'The header Smile-Signature of the request',
		},
	],
	async run(context, itemIndex, _orThrow, smile) {
		const body = await bodyIn(context, itemIndex);
		const signature = context.getNodeParameter('signature', itemIndex, '');
		const header = typeof signature === 'string' && signature !== '' ? signature : undefined;
		const secrets = secretsOf(smile.credential);
		const verdict = verifySignature(body, header, secrets);
		return [verdict.ok ? { valid: true } : { valid: false, reason: verdict.reason }];
	},
};

async function bodyIn(context: IExecuteFunctions, itemIndex: number): Promise<Buffer> {
	if (context.getNodeParameter('bodyFrom', itemIndex, 'text') === 'binary') {
		const name = String(context.getNodeParameter('binaryPropertyName', itemIndex, 'data'));
		return await context.helpers.getBinaryDataBuffer(itemIndex, name);
	}
	const body: unknown = context.getNodeParameter('body', itemIndex, '');
	if (typeof body !== 'string') {
		throw new NodeOperationError(context.getNode(), 'Raw Body is not the text that was received', {
			itemIndex,
			description:
				'It is parsed JSON, whose signature cannot be checked. Have the node that receives the event keep the raw body, as the Webhook node does with its option Raw Body.',
		});
	}
	return Buffer.from(body, 'utf8');
}
