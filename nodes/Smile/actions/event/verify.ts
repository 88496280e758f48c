import type { IBinaryData, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { secretsOf } from '../../delivery/readSecrets';
import { verifySignature } from '../../delivery/verifySignature';
import { isJsonObject } from '../../shared/jsonObject';
import type { Operation } from '../operation';
import { fieldOf, type Field } from '../parameters/field';
import { readText } from '../parameters/text';

const bodyFromField: INodeProperties = {
	displayName: 'Body From',
	name: 'bodyFrom',
	type: 'options',
	options: [
		{ name: 'Binary File', value: 'binary', description: 'A file of the item, byte by byte' },
		{ name: 'Text', value: 'text', description: 'The raw text, before anybody parsed it' },
	],
	default: 'text',
	description: 'Where the raw body of the request is',
};

const bodyField: INodeProperties = {
	displayName: 'Raw Body',
	name: 'body',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	placeholder: 'e.g. {"version":1,"type":"USER_CREATED"}',
	description:
		'The body exactly as received. JSON that was parsed and written again has another signature.',
	displayOptions: { show: { bodyFrom: ['text'] } },
};

const fileField: INodeProperties = {
	displayName: 'Input Binary Field',
	name: 'binaryPropertyName',
	type: 'string',
	required: true,
	default: 'data',
	hint: 'The name of the input binary field with the raw body',
	description: 'The Webhook node of n8n puts the raw body there when its option Raw Body is on',
	displayOptions: { show: { bodyFrom: ['binary'] } },
};

const signatureField: INodeProperties = {
	displayName: 'Signature',
	name: 'signature',
	type: 'string',
	default: '',
	placeholder: 'e.g. {{ $json.headers["smile-signature"] }}',
	description: 'The header Smile-Signature of the request',
};

export const verifyOperation: Operation = {
	option: {
		name: 'Verify Signature',
		value: 'verify',
		action: 'Verify signature of an event',
		description: 'Check that an event received elsewhere comes from Smile unchanged',
	},
	properties: [bodyFromField, bodyField, fileField, signatureField],
	async run(context, itemIndex, _orThrow, smile) {
		const body = await bodyIn(context, itemIndex);
		const signature = readText(fieldOf(context, itemIndex, signatureField));
		const secrets = secretsOf(smile.credential);
		const verdict = verifySignature(body, signature || undefined, secrets);
		return [verdict.ok ? { valid: true } : { valid: false, reason: verdict.reason }];
	},
};

async function bodyIn(context: IExecuteFunctions, itemIndex: number): Promise<Buffer> {
	const from = fieldOf(context, itemIndex, bodyFromField);
	if (from.value === 'text') {
		return Buffer.from(rawTextIn(fieldOf(context, itemIndex, bodyField)), 'utf8');
	}
	if (from.value !== 'binary') {
		throw from.error('holds neither binary nor text', 'Choose one from the list');
	}
	const file = fileIn(fieldOf(context, itemIndex, fileField));
	// It throws n8n's own sentence where there is no such file; reading the file alone would not.
	context.helpers.assertBinaryData(itemIndex, file);
	return await context.helpers.getBinaryDataBuffer(itemIndex, file);
}

/** The name of a file's field, or the file itself, which an expression may give; n8n's helpers check that it is one. */
function fileIn(field: Field): string | IBinaryData {
	if (isJsonObject(field.value)) return field.value as unknown as IBinaryData;
	const name = readText(field);
	if (name !== '') return name;
	throw field.error('holds nothing', 'Enter the name of the field with the raw body, such as data');
}

function rawTextIn({ value, error }: Field): string {
	if (typeof value === 'string') return value;
	if (value === undefined || value === null) {
		throw error('holds nothing', 'Enter the body exactly as it was received');
	}
	throw error(
		'does not hold the text that was received',
		'It is parsed JSON, whose signature cannot be checked. Have the node that receives the event keep the raw body, as the Webhook node does with its option Raw Body',
	);
}
