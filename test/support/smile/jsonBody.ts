import type { FastifyInstance, FastifyRequest } from 'fastify';
import { SmileRefusal } from './envelope';

/** Leaves bodies of every content type as bytes: Smile's own rules decide, not the server's. */
export function keepBodiesRaw(server: FastifyInstance): void {
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
		done(null, body);
	});
}

const parsed = new WeakMap<FastifyRequest, unknown>();

/** What came as the body: parsed JSON, the text where it is none, undefined where none came. */
export function bodyOf(request: FastifyRequest): unknown {
	if (!parsed.has(request)) parsed.set(request, parse(request));
	return parsed.get(request);
}

function parse(request: FastifyRequest): unknown {
	if (!Buffer.isBuffer(request.body) || request.body.length === 0) return undefined;
	const text = request.body.toString('utf8');
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

/** The JSON object of a POST; refuses another content type (415) and anything else (400). */
export function jsonObjectOf(request: FastifyRequest): Record<string, unknown> {
	const [mediaType = ''] = (request.headers['content-type'] ?? '').split(';');
	if (mediaType.trim().toLowerCase() !== 'application/json') {
		throw new SmileRefusal('UNSUPPORTED_TYPE', 'The content type must be application/json');
	}
	const body = bodyOf(request);
	if (typeof body !== 'object' || body === null || Array.isArray(body)) {
		throw new SmileRefusal('INVALID_PARAMETERS', 'The body must be a JSON object');
	}
	return body as Record<string, unknown>;
}
