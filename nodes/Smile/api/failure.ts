/** Why a call to Smile gave no usable answer. */
export interface Failure {
	kind:
		| /** Smile answered with an error about this request. */ 'refused'
		| /** Too many requests from this address. */ 'busy'
		| /** Smile is at fault (5xx). */ 'fault'
		| /** No answer: no connection, connection cut, or too slow. */ 'unreachable'
		| /** A success that is not Smile's envelope: another server, a proxy, a cut answer. */ 'unreadable';
	status?: number;
	/** Smile's error code, such as INVALID_PARAMETERS. */
	code?: string;
	/** Smile's text for people. */
	text?: string;
	/** Smile's id of the request, for its support. */
	requestId?: string;
	/** What happened on the network, in words. */
	network?: string;
	/** The request never left: there was no connection. */
	isUnsent?: true;
	/** The end of a write of which nobody can say whether Smile did it. */
	mayBeDone?: true;
}

/** Whether the same request may succeed a moment later. 501 says that it never will. */
export function isPassing({ kind, status }: Failure): boolean {
	return kind === 'busy' || kind === 'unreachable' || (kind === 'fault' && status !== 501);
}

/** Whether Smile may have done what was asked although its answer did not arrive. */
export function mayHaveHappened({ kind, isUnsent }: Failure): boolean {
	return (kind === 'unreachable' && !isUnsent) || kind === 'fault' || kind === 'unreadable';
}

/** Whether Smile has certainly done nothing and may do it a moment later: no connection, or its limit of requests. */
export function neverReached({ kind, isUnsent }: Failure): boolean {
	return kind === 'busy' || isUnsent === true;
}

/** Whether the thing asked for does not exist at Smile. */
export function isMissing({ status }: Failure): boolean {
	return status === 404;
}

/** Whether the key itself was refused; a wrong one gets 400, 401 or 403 (which, Smile does not say). */
export function isKeyRefused({ status, code }: Failure): boolean {
	return status === 401 || status === 403 || (status === 400 && code === 'INVALID_CREDENTIALS');
}

const NETWORK_FAULTS: Record<string, string> = {
	ECONNREFUSED: 'the connection was refused',
	ECONNRESET: 'the connection was cut',
	ECONNABORTED: 'no answer in time',
	ETIMEDOUT: 'no answer in time',
	ENOTFOUND: 'the host name is unknown',
	EAI_AGAIN: 'the host name could not be looked up',
	EHOSTUNREACH: 'the host is not reachable',
	ENETUNREACH: 'the network is not reachable',
	EPROTO: 'the secure connection failed',
	CERT_HAS_EXPIRED: 'the certificate has expired',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is self-signed',
	SELF_SIGNED_CERT_IN_CHAIN: 'the certificate is self-signed',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate cannot be verified',
};

/** Faults before anything was sent. */
const BEFORE_SENDING = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Words for what n8n's HTTP helper threw. Only the code is read: the error holds the request with its key. */
export function networkFailure(error: unknown): Failure {
	const code = codeOf(error) ?? codeOf(causeOf(error)) ?? codeOf(causeOf(causeOf(error)));
	const network = (code && NETWORK_FAULTS[code]) ?? 'the connection failed';
	const failure: Failure = { kind: 'unreachable', network };
	return code && BEFORE_SENDING.has(code) ? { ...failure, isUnsent: true } : failure;
}

function causeOf(error: unknown): unknown {
	return typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined;
}

function codeOf(error: unknown): string | undefined {
	if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
	return typeof error.code === 'string' && error.code in NETWORK_FAULTS ? error.code : undefined;
}
