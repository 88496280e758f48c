import { isRefusal, refusalFor, type Refusal } from '../../../nodes/Smile/delivery/refusals';

const body = { status: 'rejected', reason: 'signature' };

describe('the answer that refuses a delivery', () => {
	it.each<[Refusal, number]>([
		['address', 403],
		['envelope', 400],
		['signature', 401],
		['size', 413],
	])('for its %s is HTTP %i, names the reason alone, and is known by both', (reason, status) => {
		expect(refusalFor(reason)).toEqual({ status, body: { status: 'rejected', reason } });
		expect(isRefusal(reason, refusalFor(reason))).toBe(true);
	});

	it.each([
		['text', JSON.stringify(body)],
		['read', body],
		['with more in it', { ...body, hint: 'none' }],
	])('is known as %s', (_form, given) => {
		expect(isRefusal('signature', { status: 401, body: given })).toBe(true);
	});

	it.each([
		[200, body],
		[403, body],
		[401, { ...body, status: 'failed' }],
		[401, { ...body, reason: 'address' }],
		[401, { reason: 'signature' }],
		[401, [body]],
		[401, '<html>Log in</html>'],
		[401, ''],
		[401, null],
		[401, undefined],
	])('is not that of something else: HTTP %i, %j', (status, given) => {
		expect(isRefusal('signature', { status, body: given })).toBe(false);
	});
});
