import {
	logElsewhere,
	logGap,
	logLeft,
	logRemoved,
	logScheduled,
	logUnasked,
} from '../../../nodes/Smile/activation/log';
import type { Failure } from '../../../nodes/Smile/api/failure';
import { logNotRemoved } from '../../../nodes/Smile/api/notRemoved';
import { CapturedLogs } from '../../support/contexts/capturedLogs';
import { said } from '../../support/memorySmile';

const address = 'https://n8n.example.test/webhook/1/webhook';
const old = 'https://old.example.test/webhook/1/webhook';
const trigger = {
	workflowId: 'wf-1',
	id: 'wf-1/n',
	address,
	name: '"Smile Trigger" of workflow wf-1',
};
const hook = { id: 'w-1', url: address };
const cleanUp = 'If nobody needs it, delete it with the Smile node: Webhook, Get Many, then Delete';

/** What an operator reads in n8n's log. */
function read(write: (logger: CapturedLogs) => void): string[] {
	const logger = new CapturedLogs();
	const { lines } = logger.capture();
	write(logger);
	return said({ lines });
}

describe('n8n’s log says', () => {
	it('which webhooks will be removed, and when', () => {
		expect(read((logger) => logScheduled(logger, trigger, [hook, { ...hook, id: 'w-2' }]))).toEqual(
			[
				`info: Smile webhook removal scheduled: w-1, w-2 at ${address}, in ten seconds, unless the trigger "Smile Trigger" of workflow wf-1 is registered again before`,
			],
		);
	});

	it('which webhook was removed', () => {
		expect(read((logger) => logRemoved(logger, hook))).toEqual([
			`info: Smile webhook removed: w-1 at ${address}`,
		]);
	});

	it('which webhook was left, why, and what to do', () => {
		expect(read((logger) => logLeft(logger, hook, 'as it was'))).toEqual([
			`warn: A webhook may be left at Smile: w-1 at ${address}, as it was. ${cleanUp}`,
		]);
	});

	it.each([
		[{ status: 400, code: 'INVALID_PARAMETERS', requestId: 'req-1' }, 'INVALID_PARAMETERS, req-1'],
		[{ kind: 'foreign', status: 502 }, 'HTTP 502'],
		[{ kind: 'unreachable', network: 'the connection was cut' }, 'the connection was cut'],
	] as Array<[Partial<Failure>, string]>)(
		'which webhook could not be deleted, and why: %j',
		(failure, why) => {
			expect(
				read((logger) => logNotRemoved(logger, hook, { kind: 'refused', ...failure })),
			).toEqual([
				`warn: A webhook may be left at Smile: w-1 at ${address} could not be deleted (${why}). ${cleanUp}`,
			]);
		},
	);

	it('how long Smile had no webhook', () => {
		expect(read((logger) => logGap(logger, trigger, 13_600))).toEqual([
			'warn: Smile had no webhook of the trigger "Smile Trigger" of workflow wf-1 for a while: n8n registered it again 14 seconds after it had let go of it. What happened at Smile meanwhile was not delivered',
		]);
	});

	it.each([
		[new Error('Smile is busy'), 'Smile is busy'],
		['text', 'for an unknown reason'],
	])('that Smile could not be asked, and why: %s', (error, why) => {
		expect(read((logger) => logUnasked(logger, trigger, error))).toEqual([
			`warn: A webhook may be left at Smile: at ${address}, of the trigger "Smile Trigger" of workflow wf-1. ${why}. ${cleanUp}`,
		]);
	});
});

describe('of the webhook that the trigger had before n8n’s log', () => {
	const present = { address, environment: 'Production' };
	const state = { webhookId: 'w-1', webhookUrl: old, environment: 'Production' };
	const left = (url: string, why: string) => [
		`warn: A webhook may be left at Smile: w-1 at ${url}, ${why}. ${cleanUp}`,
	];
	const moved = left(
		old,
		`the address of this trigger before it became ${address}: another n8n may use it`,
	);

	it.each([
		['at another address', state, moved],
		[
			'at another address, of an environment that was not noted',
			{ ...state, environment: undefined },
			moved,
		],
		[
			'in another environment',
			{ ...state, webhookUrl: address, environment: 'Sandbox' },
			left(address, 'in the environment Sandbox: the credential now names Production'),
		],
		[
			'in another environment, at another address',
			{ ...state, environment: 'Sandbox' },
			left(old, 'in the environment Sandbox: the credential now names Production'),
		],
	])('names it where it lies %s', (_where, before, lines) => {
		expect(read((logger) => logElsewhere(logger, before, present))).toEqual(lines);
	});

	it.each([
		['it is where the trigger is', { ...state, webhookUrl: address }],
		['its environment was not noted', { webhookId: 'w-1', webhookUrl: address }],
		['its id was not noted', { ...state, webhookId: undefined }],
		['its address was not noted', { ...state, webhookUrl: undefined }],
		['nothing was', {}],
	])('says nothing where %s', (_why, before) => {
		expect(read((logger) => logElsewhere(logger, before, present))).toEqual([]);
	});
});
