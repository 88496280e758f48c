import { randomUUID } from 'node:crypto';

/** HTTP status of every error code that Smile documents (smile-openapi, error codes). */
export const errorStatus = {
	INVALID_CREDENTIALS: 400,
	INVALID_PARAMETERS: 400,
	INVALID_TOKEN: 401,
	UNAUTHORIZED_ACCESS: 403,
	MISSING_RESOURCE: 404,
	UNSUPPORTED_TYPE: 415,
	REQUEST_LIMIT_EXCEEDED: 429,
	SERVER_ERROR: 500,
	UNSUPPORTED_METHOD: 501,
	SERVER_UNAVAILABLE: 503,
	TIME_LIMIT_EXCEEDED: 504,
} as const;

export type ErrorCode = keyof typeof errorStatus;

export interface Envelope {
	code: string;
	message: string;
	requestId: string;
	data?: unknown;
}

/** The answer to a request that succeeded; without data as after a deletion when none is given. */
export function success(data?: unknown): Envelope {
	const envelope = { code: 'OK', message: 'Success', requestId: randomUUID() };
	return data === undefined ? envelope : { ...envelope, data };
}

/** The same under the code that Smile gives for some of what it made. */
export function created(data: unknown): Envelope {
	return { ...success(data), code: 'CREATED' };
}

/** The answer to a request that failed. */
export function failure(code: string, message: string): Envelope {
	return { code, message, requestId: randomUUID(), data: {} };
}

/** Thrown by a route to answer with an error code of Smile and its status. */
export class SmileRefusal extends Error {
	constructor(
		readonly code: ErrorCode,
		message: string,
		/** What was wrong, for whoever reads the journal: Smile itself does not say. */
		readonly reason?: string,
	) {
		super(message);
	}

	get status(): number {
		return errorStatus[this.code];
	}
}

/** The code that Smile gives with a status; SERVER_ERROR for one that it does not document. */
export function codeOfStatus(status: number): ErrorCode {
	if (status === 400) return 'INVALID_PARAMETERS';
	const codes = Object.keys(errorStatus) as ErrorCode[];
	return codes.find((code) => errorStatus[code] === status) ?? 'SERVER_ERROR';
}
