import { detailsOf } from '../../../nodes/Smile/api/details';

const credential = {
	apiKey: 'example-key',
	apiSecret: 'dummy-api',
	webhookSecret: 'dummy-webhook',
	previousWebhookSecret: 'dummy-previous',
};

describe('the details of an error', () => {
	it.each([
		[{ code: 'A', text: 'Why', status: 400, requestId: 'r-1' }, 'A: Why, request r-1'],
		[{ code: 'A', status: 400 }, 'A'],
		[{ text: 'Why', status: 400 }, 'Why'],
		[{ status: 502 }, 'HTTP 502'],
		[{ status: 502, requestId: 'r-1' }, 'HTTP 502, request r-1'],
		[{ code: 'A', text: '' }, 'A'],
		[{}, ''],
	])('of %j are %j', (failure, details) => {
		expect(detailsOf({ kind: 'refused', ...failure }, credential)).toBe(details);
	});

	it.each(['example-key', 'dummy-api', 'dummy-webhook', 'dummy-previous'])(
		'do not repeat %s, wherever Smile puts it',
		(secret) => {
			const given = { code: `C ${secret}`, text: `${secret}, ${secret}.`, requestId: secret };

			expect(detailsOf({ kind: 'refused', ...given }, credential)).toBe(
				'C ***: ***, ***., request ***',
			);
		},
	);

	it.each([
		['abc', '*** abcdef 12345'],
		[12345, 'abc abcdef ***'],
		['a', 'abc abcdef 12345'],
		['', 'abc abcdef 12345'],
		[['abc'], 'abc abcdef 12345'],
	])('stay readable where a secret is %j', (webhookSecret, details) => {
		const text = 'abc abcdef 12345';

		expect(detailsOf({ kind: 'refused', text }, { webhookSecret })).toBe(details);
	});

	it.each(['ｅｘａｍｐｌｅ-key', 'example&#45;key', 'example\\u002dkey', 'exam\u200bple-key'])(
		'do not repeat a secret written as %s',
		(secret) => {
			expect(detailsOf({ kind: 'refused', text: `it is ${secret}` }, credential)).toBe('it is ***');
		},
	);

	it('hide a secret of four characters', () => {
		expect(detailsOf({ kind: 'refused', text: 'x-abcd-x' }, { apiSecret: 'abcd' })).toBe('x-***-x');
	});

	it.each([
		['No maria.santos@example.test 639170000000', 'No *** ***'],
		['639170000000', '***'],
		['maria%40example.test', '***'],
		['CODE_639170000000', 'CODE_***'],
		['two  words', 'two  words'],
		['AbCdEfGhIjKlMnOp1', '***'],
		[`${'so '.repeat(40)}`, 'so '.repeat(22).slice(0, 64)],
		['X'.repeat(200), 'X'.repeat(64)],
	])('hold no more of a code that is none than of a text: %s', (code, clean) => {
		expect(detailsOf({ kind: 'refused', code }, credential)).toBe(clean);
	});

	it.each(['INVALID_PARAMETERS', 'E1001', 'server_error', 'A', 'X-INVALID'])(
		'keep the code %s',
		(code) => {
			expect(detailsOf({ kind: 'refused', code }, credential)).toBe(code);
		},
	);

	it.each([
		['for maria@example.test', 'for ***'],
		['639170000000', '***'],
		['+63 917 000 0000', '+***'],
		['req-639170000000', 'req-***'],
		['639-170-000 000', '***'],
		['639170-000000', '***'],
		['639170000000-x', '***-x'],
		['639170000000 0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9', '***a1b2c3d-4e5f-***-a4b5c6d7e8f9'],
		['0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9 +639170000000', '0a1b2c3d-4e5f-***-a4b5c6d7e8f***'],
		['so '.repeat(100), 'so '.repeat(22).slice(0, 64)],
		[`r-${'a'.repeat(300)}`, `r-${'a'.repeat(62)}`],
	])('hold no more of a request id that is none than of a text: %s', (requestId, clean) => {
		expect(detailsOf({ kind: 'refused', requestId }, credential)).toBe(`request ${clean}`);
	});

	it.each([
		'r-1',
		'0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9',
		'0a1b2c3d-4e5f-6071-8293-123456789012',
		'99990000aaaabbbbccccddddeeeeffff',
		'1-67891233-abcdef012345678912345678',
		'V1StGXR8_Z5jdHi6B-myT',
	])('keep the request id %s', (requestId) => {
		expect(detailsOf({ kind: 'refused', requestId }, credential)).toBe(`request ${requestId}`);
	});
});
