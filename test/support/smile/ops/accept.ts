import type { FastifyRequest } from 'fastify';
import { SmileRefusal } from '../envelope';
import { bodyOf, jsonObjectOf } from '../jsonBody';
import type { Office } from '../office';
import { shaped, type Body, type Shape } from './rules';

/** A refusal as Smile's: its answer names no field, only the journal has the reason. */
export function refused(reason: string): SmileRefusal {
	return new SmileRefusal('INVALID_PARAMETERS', 'The parameters are not valid', reason);
}

export function missing(): SmileRefusal {
	return new SmileRefusal('MISSING_RESOURCE', 'There is no such thing here');
}

/** The JSON body of a request, which has this shape. */
export function accepted(request: FastifyRequest, shape: Shape): Body {
	const body = jsonObjectOf(request);
	const wrong = shaped(shape)(body);
	if (wrong) throw refused(wrong);
	return body;
}

/** Lets a POST pass that has nothing to say: no body, or an empty object. */
export function acceptEmpty({ switches }: Office, request: FastifyRequest): void {
	const isTyped = isJson(request) || !switches.typeOfEmptyBodies;
	if (bodyOf(request) === undefined && isTyped) return;
	if (Object.keys(jsonObjectOf(request)).length > 0) throw refused('has a body');
}

/** A query parameter that has to be there. */
export function required(query: unknown, name: string): string {
	const value = (query as Record<string, unknown>)[name];
	if (typeof value !== 'string' || value === '') throw refused(`${name} is missing`);
	return value;
}

function isJson(request: FastifyRequest): boolean {
	return /^application\/json\b/i.test(request.headers['content-type'] ?? '');
}
