import { sleep } from 'n8n-workflow';

import { createWebhook } from '../../nodes/Smile/api/createWebhook';
import { enveloped, networkError, pageReply, scriptedSmile, type Reply } from './scriptedSmile';

let hooks = 0;

/** An id that no other test has. */
export const freshId = () => `w-${(hooks += 1)}`;

/** What is to be created. */
export const wanted = {
	name: 'Payroll',
	url: 'https://receiver.example.test/smile',
	eventTypes: ['USER_CREATED', 'INCOMES_ADDED'],
	active: true,
	includePayload: false,
	secret: 'dummy-secret',
};

/** The wanted webhook as Smile lists it. */
export const hook = (id: string, more: object = {}) => ({ id, ...wanted, ...more });

/** Smile is at fault. */
export const fault = enveloped({}, 'SERVER_UNAVAILABLE', 503);

/** The connection was cut before the answer came. */
export const lost = networkError('ECONNRESET');

/** A list without webhooks. */
export const none = pageReply([]);

/** Creates with these replies; the calls are given as "POST" and "GET". */
export async function created(known: string[], ...replies: Reply[]) {
	return await createdSlowly(0, known, ...replies);
}

/** The same, of a Smile that takes so long for each answer. */
export async function createdSlowly(takesMs: number, known: string[], ...replies: Reply[]) {
	const smile = scriptedSmile(...replies);
	const { send } = smile.client;
	smile.client.send = async (request) => {
		if (takesMs > 0) await sleep(takesMs);
		return await send(request);
	};
	const begun = performance.now();
	const running = createWebhook(smile.client, wanted, new Set(known));
	let took = 0;
	void running.then(() => (took = performance.now() - begun));
	await jest.runAllTimersAsync();
	const calls = smile.calls().map((call) => call.replace(' /webhooks', ''));
	return { result: await running, calls, took };
}
