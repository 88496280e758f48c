import { removeAt } from '../../../nodes/Smile/api/removeAt';
import { quickPauses } from '../../support/quickPauses';
import { enveloped, networkError, scriptedSmile, type Reply } from '../../support/scriptedSmile';

quickPauses();

const missing = enveloped({}, 'MISSING_RESOURCE', 404);
const foreign: Reply = { status: 404, body: '<html>Not here</html>' };
const fault = enveloped({}, 'SERVER_ERROR', 500);
const busy = enveloped({}, 'REQUEST_LIMIT_EXCEEDED', 429);
const closed = enveloped({}, 'INVALID_TOKEN', 401);

/** Removes with these replies; `listed` is what the list says, where there is one. */
async function removed(replies: Reply[], listed?: { is: boolean | undefined }) {
	const smile = scriptedSmile(...replies);
	let looks = 0;
	const isListed = async () => {
		looks += 1;
		return await Promise.resolve(listed?.is);
	};
	const result = await removeAt(smile.client, '/users/u-1', listed && isListed);
	return { result, calls: smile.calls(), looks };
}

describe('a removal', () => {
	it.each<[string, Reply[]]>([
		['deleted', [enveloped()]],
		['deleted', [{ status: 204 }]],
		['gone', [missing]],
		['deleted', [fault, enveloped()]],
		['deleted', [fault, missing]],
		['deleted', [fault, fault, fault, fault, missing]],
		['gone', [busy, missing]],
		['gone', [networkError('ECONNREFUSED'), busy, missing]],
		['deleted', [busy, fault, busy, missing]],
		['deleted', [networkError('ECONNRESET'), missing]],
	])('ends as %s after %j', async (value, replies) => {
		const { result, calls, looks } = await removed(replies, { is: true });

		expect(result).toEqual({ ok: true, value });
		expect(calls).toEqual(replies.map(() => 'DELETE /users/u-1'));
		expect(looks).toBe(0);
	});

	it.each<[Reply[], true | undefined]>([
		[[closed], undefined],
		[[busy, closed], undefined],
		[[fault, closed], true],
		[[networkError('ECONNRESET'), busy, busy, busy, busy], true],
		[[busy, busy, busy, busy, busy], undefined],
		[[enveloped({}, 'SERVER_ERROR', 200)], true],
		[[{ status: 200, body: '<html>Not here</html>' }], true],
	])('that fails after %j may be done: %j', async (replies, mayBeDone) => {
		const { result } = await removed(replies);

		expect(result.ok).toBe(false);
		expect(result).toMatchObject({ failure: mayBeDone ? { mayBeDone } : {} });
		expect('failure' in result && result.failure.mayBeDone).toBe(mayBeDone);
	});

	it('fails after five tries', async () => {
		const { result, calls } = await removed([fault, fault, fault, fault, fault, missing]);

		expect(result).toMatchObject({ ok: false, failure: { status: 500 } });
		expect(calls).toHaveLength(5);
	});

	it.each([
		[false, { ok: true, value: 'gone' }],
		[true, { ok: false }],
		[undefined, { ok: false }],
	])('is decided by the list where something else says 404: listed %s', async (is, expected) => {
		const { result, looks } = await removed([foreign], { is });

		expect(result).toMatchObject(expected);
		expect(looks).toBe(1);
	});

	it('has failed where something else says 404 and there is no list', async () => {
		expect((await removed([foreign])).result).toMatchObject({
			ok: false,
			failure: { kind: 'foreign', status: 404 },
		});
	});

	it.each<[Reply]>([[{ status: 403, body: 'no' }], [enveloped({}, 'INVALID_PARAMETERS', 400)]])(
		'that is refused has failed without a look at the list: %j',
		async (reply) => {
			const { result, looks } = await removed([reply], { is: false });

			expect(result).toMatchObject({ ok: false });
			expect(looks).toBe(0);
		},
	);
});
