import { askSelf } from '../../../nodes/Smile/activation/askSelf';
import { MemorySmile, said, type Interference } from '../../support/memorySmile';
import { networkError, type Reply } from '../../support/scriptedSmile';
import { hooksOf } from '../../support/triggerHooks';
import { thrownBy } from '../../support/thrownBy';

const address = 'http://localhost:5678/webhook-test/1/webhook';
const refusal = { status: 'rejected', reason: 'signature' };
const text = (body: unknown) => JSON.stringify(body);

/** n8n asks itself at the test address of a trigger, and gets that. */
function asking(reply: Interference) {
	const smile = new MemorySmile();
	smile.interfere('POST', reply);
	const { context } = hooksOf({ smile, mode: 'manual' });
	return { smile, asked: askSelf(context, address) };
}

const todo =
	'Set N8N_WEBHOOK_URL (older n8n: WEBHOOK_URL) to an address under which n8n reaches itself, and restart it; or take the option Sample Event in Test Runs away, then try again';

describe('n8n reaches its own test address', () => {
	it.each([
		['text', text(refusal)],
		['read', refusal],
		['with more in it', text({ ...refusal, hint: 'none' })],
	])('where a trigger refuses what nobody has signed, the answer as %s', async (_form, body) => {
		const { smile, asked } = asking({ status: 401, body });

		await asked;

		expect(smile.asked).toMatchObject([{ call: `POST ${address}`, body: Buffer.from('{}') }]);
		expect(smile.asked[0].headers).toEqual({ 'Content-Type': 'application/json' });
		expect(said(smile)).toEqual([]);
	});
});

describe('n8n does not reach its own test address', () => {
	it.each([
		[{ status: 200, body: text(refusal) }],
		[{ status: 403, body: text(refusal) }],
		[{ status: 401, body: text({ ...refusal, status: 'failed' }) }],
		[{ status: 401, body: text({ ...refusal, reason: 'address' }) }],
		[{ status: 401, body: text({ reason: 'signature' }) }],
		[{ status: 401, body: text([refusal]) }],
		[{ status: 401, body: 'null' }],
		[{ status: 401, body: '<html>Log in</html>' }],
		[{ status: 401, body: '' }],
		[{ status: 401, body: undefined }],
	] as Reply[][])('where something else answers: %j', async (reply) => {
		const { asked } = asking(reply);

		const { message } = await thrownBy(asked);

		const status = 'status' in reply ? reply.status : '';
		expect(message).toBe(
			`n8n cannot reach its own test address ${address}: something else answered there, with HTTP ${status}. ${todo}`,
		);
	});

	it('where nothing answers', async () => {
		const { smile, asked } = asking(networkError('ECONNREFUSED'));

		const { message } = await thrownBy(asked);

		expect(message).toBe(
			`n8n cannot reach its own test address ${address}: the connection was refused. ${todo}`,
		);
		expect(said(smile)).toEqual([
			'debug: n8n did not answer itself at the test address of a Smile Trigger',
		]);
	});
});
