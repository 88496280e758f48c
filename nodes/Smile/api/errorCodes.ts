/**
 * The codes of Smile's errors. A success has OK or CREATED, and perhaps one day others: an answer with one of these says
 * that the request failed, whatever its HTTP status is.
 */
const ERROR_CODES: ReadonlySet<string> = new Set([
	'INVALID_CREDENTIALS',
	'INVALID_PARAMETERS',
	'INVALID_TOKEN',
	'UNAUTHORIZED_ACCESS',
	'MISSING_RESOURCE',
	'UNSUPPORTED_TYPE',
	'REQUEST_LIMIT_EXCEEDED',
	'SERVER_ERROR',
	'UNSUPPORTED_METHOD',
	'SERVER_UNAVAILABLE',
	'TIME_LIMIT_EXCEEDED',
]);

/** Whether a code in Smile's envelope is that of an error. */
export function isErrorCode(code: string): boolean {
	return ERROR_CODES.has(code.trim().toUpperCase());
}
