import type { IBinaryKeyData, IDataObject, INodeParameters } from 'n8n-workflow';

import vectors from '../fixtures/vectors.json';
import { runAction } from '../support/contexts/runAction';
import { thrownBy } from '../support/thrownBy';

const [{ secret: webhookSecret, body, signature }] = vectors;
const file = { data: Buffer.from(body).toString('base64'), mimeType: 'application/json' };

async function verify(
	fields: INodeParameters,
	{ json = {}, binary }: { json?: IDataObject; binary?: IBinaryKeyData } = {},
): Promise<IDataObject> {
	const [item] = await runAction({
		credential: { webhookSecret },
		items: [{ json, binary }],
		parameters: { resource: 'event', operation: 'verify', signature, ...fields },
	});
	return item.json;
}

describe('verifying the signature of a file', () => {
	const fromFile = { bodyFrom: 'binary', binaryPropertyName: 'data' };

	it('that is not there says so in the words of n8n', async () => {
		const error = await thrownBy(verify(fromFile));

		expect(error.message).toBe(
			"This operation expects the node's input data to contain a binary file 'data', but none was found [item 0]",
		);
		expect(error.description).toBe('Make sure that the previous node outputs a binary file');
	});

	it('under another name says so in the words of n8n', async () => {
		const error = await thrownBy(verify(fromFile, { binary: { raw: file } }));

		expect(error.message).toBe("The item has no binary field 'data' [item 0]");
		expect(error.context?.itemIndex).toBe(0);
	});

	it.each([
		[{ field: '' }, 'The field Input Binary Field holds nothing'],
		[{}, 'The field Input Binary Field holds nothing'],
		[{ field: ['data'] }, 'The field Input Binary Field holds a list, not text'],
		[{ field: { name: 'data' } }, 'Provided parameter is not a string or binary data object.'],
	])('whose field is %j names the parameter', async (json, said) => {
		const fields = { ...fromFile, binaryPropertyName: '={{ $json.field }}' };

		const error = await thrownBy(verify(fields, { json, binary: { data: file } }));

		expect(error.message).toBe(said);
		expect(error.description).toBeTruthy();
	});

	it('reads a file that an expression gives itself', async () => {
		const fields = { ...fromFile, binaryPropertyName: '={{ $json.file }}' };

		expect(await verify(fields, { json: { file } })).toEqual({ valid: true });
	});

	it('reads a field whose name has spaces around it', async () => {
		const fields = { ...fromFile, binaryPropertyName: ' data ' };

		expect(await verify(fields, { binary: { data: file } })).toEqual({ valid: true });
	});
});

describe('verifying a signature', () => {
	it('goes on with an error for the item without a file', async () => {
		const items = await runAction({
			credential: { webhookSecret },
			continueOnFail: true,
			items: [{ json: {} }, { json: {}, binary: { data: file } }],
			parameters: { resource: 'event', operation: 'verify', signature, bodyFrom: 'binary' },
		});

		expect(items.map(({ json }) => json)).toEqual([
			expect.objectContaining({ error: expect.stringContaining('binary file') as string }),
			{ valid: true },
		]);
	});

	it.each([
		[{}, 'The field Raw Body holds nothing'],
		[{ body: null }, 'The field Raw Body holds nothing'],
		[{ body: { id: 'et-1' } }, 'The field Raw Body does not hold the text that was received'],
		[{ body: [] }, 'The field Raw Body does not hold the text that was received'],
		[{ body: 5 }, 'The field Raw Body does not hold the text that was received'],
	])('refuses the item %j: %s', async (json, said) => {
		const error = await thrownBy(verify({ body: '={{ $json.body }}' }, { json }));

		expect(error.message).toBe(said);
		expect(error.description).toBeTruthy();
	});

	it.each([
		[{ given: [signature] }, 'The field Signature holds a list, not text'],
		[{ given: { value: signature } }, 'The field Signature holds an object, not text'],
	])('refuses the signature in %j: %s', async (json, said) => {
		const error = await thrownBy(verify({ body, signature: '={{ $json.given }}' }, { json }));

		expect(error.message).toBe(said);
		expect(error.description).toBeTruthy();
	});

	it.each([
		[{}, 'no signature header'],
		[{ given: null }, 'no signature header'],
		[{ given: ' ' }, 'no signature header'],
		[{ given: 12345 }, 'malformed signature header'],
		[{ given: signature.toUpperCase() }, 'malformed signature header'],
	])('does not believe the signature in %j: %s', async (json, reason) => {
		const result = await verify({ body, signature: '={{ $json.given }}' }, { json });

		expect(result).toEqual({ valid: false, reason });
	});

	it('takes spaces around a signature for what they are in a header', async () => {
		expect(await verify({ body, signature: ` ${signature}\n` })).toEqual({ valid: true });
	});

	it('refuses to guess where the body is', async () => {
		const error = await thrownBy(verify({ body, bodyFrom: 'file' }));

		expect(error.message).toBe('The field Body From holds neither binary nor text');
	});
});
