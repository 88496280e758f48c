/** Why a call to Smile gave no usable answer. */
export interface Failure {
	kind:
		| /** Smile answered with an error about this request. */ 'refused'
		| /** Too many requests from this address. */ 'busy'
		| /** Smile, or a gateway in front of it, is at fault (5xx). */ 'fault'
		| /** No answer: no connection, connection cut, or too slow. */ 'unreachable'
		| /** Not Smile's envelope: something in between, or another server, refused or redirected. */ 'foreign'
		| /** A success that is not Smile's envelope: another server, a proxy, a cut answer. */ 'unreadable'
		| /** Smile's envelope, but not what was asked for in it. */ 'unexpected';
	status?: number;
	/** Smile's error code, such as INVALID_PARAMETERS; missing where the answer is not in Smile's envelope. */
	code?: string;
	/** Smile's text for people. */
	text?: string;
	/** Smile's id of the request, for its support. */
	requestId?: string;
	/** What happened on the network, in words. */
	network?: string;
	/** The request certainly did not arrive. */
	neverArrived?: boolean;
	/** Smile gives access to what was asked for by invitation only. */
	isByInvitation?: true;
	/** The end of a write of which nobody can say whether Smile did it. */
	mayBeDone?: true;
	/** The host that a redirect leads to. */
	redirectsTo?: string;
	/** What is wrong with an unexpected answer, in words. */
	reason?: string;
}

/** What Smile sent in its envelope is not of the form that it documents. */
export function unexpected(reason: string): Failure {
	return { kind: 'unexpected', reason };
}

/** Whether the same request may succeed a moment later. 501 says that it never will, a bad certificate too. */
export function isPassing({ kind, status, network }: Failure): boolean {
	if (kind === 'unreachable') return !network?.startsWith(CERTIFICATE);
	return kind === 'busy' || (kind === 'fault' && status !== 501);
}

/** Whether Smile may have done what was asked although its answer did not arrive, or did not say so. */
export function mayHaveHappened({ kind, neverArrived, mayBeDone }: Failure): boolean {
	if (mayBeDone) return true;
	if (kind === 'unreachable') return !neverArrived;
	return kind === 'fault' || kind === 'unreadable' || kind === 'unexpected';
}

/** The end of a write that failed; `mayBeDone`: Smile may have carried out this or an earlier try of it. */
export function asFailed(failure: Failure, mayBeDone: boolean): { ok: false; failure: Failure } {
	return { ok: false, failure: mayBeDone ? { ...failure, mayBeDone } : failure };
}

/** Whether Smile has certainly done nothing and may do it a moment later: no connection, or its limit of requests. */
export function neverReached({ kind, neverArrived }: Failure): boolean {
	return kind === 'busy' || neverArrived === true;
}

/** Whether Smile itself says that the thing asked for does not exist. */
export function isMissing({ kind, status }: Failure): boolean {
	return kind === 'refused' && status === 404;
}

/** Whether the key itself was refused; a wrong one gets 400, 401 or 403 (which, Smile does not say). */
export function isKeyRefused({ kind, status, code }: Failure): boolean {
	if (status === 401) return true;
	return kind === 'refused' && (status === 403 || code === 'INVALID_CREDENTIALS');
}

/**
 * The answers that an API gives to the fields of a request. Others, such as 404 and 415, are about its address, its
 * form or the whole account.
 */
const OF_FIELDS: ReadonlySet<number | undefined> = new Set([400, 409, 422]);

/** Whether Smile refused what it was sent, rather than the key, the moment or the address of its API. */
export function isOfFields(failure: Failure): boolean {
	const { kind, status, code } = failure;
	const isRefused = kind === 'refused' && code !== undefined && OF_FIELDS.has(status);
	return isRefused && !isKeyRefused(failure);
}

/** What happened on the network where nothing tells more of it. */
export const CONNECTION_FAILED = 'the connection failed';

const CERTIFICATE = 'the certificate';

const NETWORK_FAULTS: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'the connection was refused',
	ECONNRESET: 'the connection was cut',
	ECONNABORTED: 'no answer in time',
	ETIMEDOUT: 'no answer in time',
	ENOTFOUND: 'the host name is unknown',
	EAI_AGAIN: 'the host name could not be looked up',
	EHOSTUNREACH: 'the host is not reachable',
	ENETUNREACH: 'the network is not reachable',
	EPROTO: 'the secure connection failed',
	ERR_TLS_CERT_ALTNAME_INVALID: `${CERTIFICATE} belongs to another host`,
	CERT_HAS_EXPIRED: `${CERTIFICATE} has expired`,
	CERT_NOT_YET_VALID: `${CERTIFICATE} is not valid yet`,
	DEPTH_ZERO_SELF_SIGNED_CERT: `${CERTIFICATE} is self-signed`,
	SELF_SIGNED_CERT_IN_CHAIN: `${CERTIFICATE} is self-signed`,
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: `${CERTIFICATE} cannot be verified`,
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: `${CERTIFICATE} cannot be verified`,
};

/** Faults from before there is a connection on which a request could be sent. */
const BEFORE_SENDING: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** Words for what n8n's HTTP helper threw. Only the code is read: the error holds the request with its key. */
export function networkFailure(error: unknown): Failure & { network: string } {
	const code = codeOf(error) ?? codeOf(causeOf(error)) ?? codeOf(causeOf(causeOf(error)));
	if (code === undefined) return { kind: 'unreachable', network: CONNECTION_FAILED };
	const network = NETWORK_FAULTS[code];
	const neverArrived = BEFORE_SENDING.has(code) || network.startsWith(CERTIFICATE);
	return { kind: 'unreachable', network, ...(neverArrived && { neverArrived }) };
}

/** The words alone for what n8n's HTTP helper threw. */
export function networkProblem(error: unknown): string {
	return networkFailure(error).network;
}

function causeOf(error: unknown): unknown {
	return typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined;
}

function codeOf(error: unknown): string | undefined {
	if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
	const { code } = error;
	return typeof code === 'string' && Object.hasOwn(NETWORK_FAULTS, code) ? code : undefined;
}
