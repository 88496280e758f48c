/* eslint-disable @n8n/community-nodes/no-restricted-imports -- delays answers */
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { entryOf } from './exchange';
import { answerOf, type RawAnswer } from './faultAnswers';
import type { Fault, Faults } from './faults';

const afterWorkKinds: ReadonlySet<string> = new Set(['answerLost', 'truncated', 'slow']);

/** Plays waiting faults: those before the work instead of it, the others on its answer. */
export function playFaults(server: FastifyInstance, faults: Faults, closing: AbortSignal): void {
	const afterWork = new WeakMap<FastifyRequest, Fault>();

	server.addHook('preHandler', async (request, reply) => {
		const entry = entryOf(request);
		const fault = faults.take(entry.method, entry.path);
		if (!fault) return undefined;
		entry.fault = fault.kind;
		if (fault.afterWork ?? afterWorkKinds.has(fault.kind)) {
			afterWork.set(request, fault);
			return undefined;
		}
		const answer = answerOf(fault);
		if (answer) return reply.send(dress(reply, answer));
		await disturb(fault, reply, closing);
		return undefined;
	});

	server.addHook('onSend', async (request, reply, payload) => {
		const fault = afterWork.get(request);
		if (!fault) return payload;
		afterWork.delete(request);
		const answer = answerOf(fault);
		// The server would keep the payload if the hook returned undefined.
		if (answer) return dress(reply, answer) ?? '';
		await disturb(fault, reply, closing, payload);
		return payload;
	});
}

/** Sets status and headers of the answer and returns its body. */
function dress(reply: FastifyReply, { status, contentType, headers, body }: RawAnswer): unknown {
	reply.code(status).headers(headers ?? {});
	if (contentType) reply.type(contentType);
	else reply.removeHeader('content-type');
	return body;
}

/** Does to the connection what the fault says; resolves only where the answer may go on. */
async function disturb(
	fault: Fault,
	reply: FastifyReply,
	closing: AbortSignal,
	payload: unknown = '',
): Promise<void> {
	if (fault.kind === 'slow') {
		const inTime = pause(fault.ms, true, { signal: closing }).catch(() => false);
		if (await inTime) return;
	}
	if (fault.kind === 'truncated') cutHalfway(reply, String(payload));
	else if (fault.kind !== 'hang' && fault.kind !== 'slow') reply.raw.destroy();
	return await new Promise<never>(() => undefined);
}

/** Announces the whole answer, sends half of it and drops the connection. */
function cutHalfway(reply: FastifyReply, payload: string): void {
	const bytes = Buffer.from(payload);
	entryOf(reply.request).status = reply.statusCode;
	reply.raw.writeHead(reply.statusCode, {
		'content-type': 'application/json; charset=utf-8',
		'content-length': bytes.length,
	});
	reply.raw.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => reply.raw.destroy());
}
