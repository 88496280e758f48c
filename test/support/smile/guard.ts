import type { FastifyInstance, FastifyReply } from 'fastify';
import { wrongKeyRefusal } from './auth';
import { failure, SmileRefusal } from './envelope';
import { entryOf } from './exchange';
import { bodyOf } from './jsonBody';
import type { WrongKeyAnswer } from './options';
import type { RateLimit } from './rateLimit';
import type { SmileSwitches } from './switches';

/** Refuses requests over the limit and without the right keys, before any route sees them. */
export function guard(
	server: FastifyInstance,
	limit: RateLimit,
	switches: SmileSwitches,
	wrongKeyAnswer: WrongKeyAnswer = 'INVALID_CREDENTIALS',
): void {
	server.addHook('preHandler', async (request, reply) => {
		if (!limit.allows(request.ip)) {
			throw new SmileRefusal('REQUEST_LIMIT_EXCEEDED', 'The request limit is exceeded');
		}
		if (entryOf(request).authorised) return undefined;
		const refusal = wrongKeyRefusal(wrongKeyAnswer);
		if (!switches.bareWrongKey) throw refusal;
		return reply.code(refusal.status).send({ message: 'Unauthorized' });
	});
}

/** Puts every refusal into Smile's envelope; what no route expected becomes SERVER_ERROR. */
export function answerRefusals(server: FastifyInstance, switches: SmileSwitches): void {
	server.setErrorHandler((error, request, reply) => {
		const refusal = error instanceof SmileRefusal ? error : unexpected(error);
		if (refusal.reason) entryOf(request).reason = refusal.reason;
		const repeated = switches.messagesRepeatInput ? `: ${JSON.stringify(bodyOf(request))}` : '';
		return reply.code(refusal.status).send(failure(refusal.code, refusal.message + repeated));
	});
	server.setNotFoundHandler((_request, reply) => answerUnknownPath(reply, switches));
}

/** What Smile answers where it has no route. */
export function answerUnknownPath(
	reply: FastifyReply,
	{ unknownPath }: SmileSwitches,
): FastifyReply {
	if (unknownPath === 'page') {
		return reply.code(404).type('text/html').send('<html><h1>Not Found</h1></html>');
	}
	throw new SmileRefusal('MISSING_RESOURCE', 'There is nothing at this path');
}

function unexpected(error: unknown): SmileRefusal {
	// Fastify itself refuses a content type that it cannot even read.
	if ((error as { statusCode?: unknown }).statusCode === 415) {
		return new SmileRefusal('UNSUPPORTED_TYPE', 'The content type must be application/json');
	}
	return new SmileRefusal('SERVER_ERROR', `The simulation failed: ${String(error)}`);
}
