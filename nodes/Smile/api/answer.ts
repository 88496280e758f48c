import { isErrorCode } from './errorCodes';
import { unexpected, type Failure } from './failure';
import { answerEnvelope } from './schemas';

export type Answer = { ok: true; data: unknown } | { ok: false; failure: Failure };

/** An HTTP answer, and what it answers. */
export interface HttpAnswer {
	method: string;
	url: string;
	status: number;
	body: unknown;
	/** The header Location, where there is one. */
	location?: unknown;
}

/** What an HTTP answer means: Smile's data, or why there is none. Smile's API is known by its envelope. */
export function readAnswer(answer: HttpAnswer): Answer {
	const { method, status, body } = answer;
	const envelope = answerEnvelope.safeParse(body).data;
	const { code, message: text, requestId } = envelope ?? {};
	if (status >= 200 && status < 300) {
		if (code !== undefined && isErrorCode(code)) {
			const reason = 'it says success and the code of an error at once';
			return { ok: false, failure: { ...unexpected(reason), status, code, text, requestId } };
		}
		if (envelope) return { ok: true, data: envelope.data };
		// A deletion without a body has still happened; nothing else of Smile's is answered without one.
		if (method === 'DELETE' && isEmpty(body)) return { ok: true, data: undefined };
		return { ok: false, failure: { kind: 'unreadable', status } };
	}

	const kind = kindOf(status, envelope !== undefined);
	const redirectsTo = status < 400 ? hostOf(answer) : undefined;
	return { ok: false, failure: { kind, status, code, text, requestId, redirectsTo } };
}

/** 408 says that the server gave up waiting, and 407 and redirects are never Smile's. */
function kindOf(status: number, isEnveloped: boolean): Failure['kind'] {
	if (status === 429) return 'busy';
	if (status >= 500 || status === 408) return 'fault';
	return isEnveloped && status >= 400 && status !== 407 ? 'refused' : 'foreign';
}

/** Only the host: the rest of an address may hold anything. */
function hostOf({ location, url }: HttpAnswer): string | undefined {
	return typeof location === 'string' && URL.canParse(location, url)
		? new URL(location, url).host || undefined
		: undefined;
}

function isEmpty(body: unknown): boolean {
	return body === undefined || body === null || body === '';
}
