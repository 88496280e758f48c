import { attempts } from '../../../nodes/Smile/activation/memory';
import { isSubscribed } from '../../../nodes/Smile/activation/isSubscribed';
import { subscribe } from '../../../nodes/Smile/activation/subscribe';
import { triggerOf } from '../../../nodes/Smile/activation/trigger';
import { said, type MemorySmile } from '../../support/memorySmile';
import { ownWorkflow, type HookOptions } from '../../support/triggerHooks';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const address = 'http://localhost:5678/webhook-test/1/webhook';
const refusal = { status: 401, body: '{"status":"rejected","reason":"signature"}' };

/** Somebody listens for a test event with the option for a sample. */
function listening(given: Partial<HookOptions> = {}) {
	const parameters = {
		events: ['USER_CREATED'],
		options: { sampleInTests: true, userIds: 'acme-1' },
		...given.parameters,
	};
	const { smile, hooks } = ownWorkflow({ mode: 'manual', address, ...given, parameters });
	return { smile, context: hooks().context };
}

const bodies = ({ asked }: MemorySmile) => asked.map(({ body }) => String(body));

describe('a test run with a sample', () => {
	it('asks n8n, and brings an event that passes the filters, without asking Smile for anything', async () => {
		const { smile, context } = listening();
		smile.interfere('POST', refusal, { status: 200 });

		expect(await isSubscribed(context)).toBe(false);
		expect(await subscribe(context)).toBe(true);
		await jest.runAllTimersAsync();

		expect(smile.calls).toEqual(Array(2).fill(`POST ${address}`));
		const [asked, sent] = bodies(smile);
		expect(asked).toBe('{}');
		expect(JSON.parse(sent)).toMatchObject({ type: 'USER_CREATED', data: { userId: 'acme-1' } });
		expect(said(smile)).toEqual([]);
		expect(attempts.endOf(triggerOf(context))).toEqual({ kind: 'sampled test run' });
	});

	it.each([
		[{ parameters: { events: [] } }, 'No event is selected'],
		[{ credential: { webhookSecret: '' } }, 'Webhook Secret of the Smile API credential is empty'],
		[
			{ credential: { webhookSecret: undefined } },
			'Webhook Secret of the Smile API credential is empty',
		],
	])('asks nobody where something has to be set first: %j', async (given, text) => {
		const { smile, context } = listening(given);

		await expect(subscribe(context)).rejects.toThrow(text);
		await jest.runAllTimersAsync();

		expect(smile.calls).toEqual([]);
	});

	it('sends nothing where n8n does not reach itself', async () => {
		const { smile, context } = listening();
		smile.interfere('POST', { status: 404, body: '{}' });

		await expect(subscribe(context)).rejects.toThrow('n8n cannot reach its own test address');
		await jest.runAllTimersAsync();

		expect(smile.calls).toEqual([`POST ${address}`]);
	});

	it.each([
		['the workflow is published', { mode: 'trigger' }],
		['the option is off', { parameters: { options: { sampleInTests: false } } }],
		['the option makes no sense', { parameters: { options: { sampleInTests: 'maybe' } } }],
	] as Array<[string, Partial<HookOptions>]>)('is none where %s', async (_when, given) => {
		const { smile, context } = listening(given);

		await expect(subscribe(context)).rejects.toThrow(
			/Smile delivers to https addresses only|Sample Event in Test Runs is neither true nor false/,
		);

		expect(smile.calls).toEqual([]);
	});
});
