import type { Failure } from './failure';
import { answerEnvelope } from './schemas';

export type Answer = { ok: true; data: unknown } | { ok: false; failure: Failure };

/** What an HTTP answer means: Smile's data, or why there is none. */
export function readAnswer(status: number, body: unknown): Answer {
	const envelope = answerEnvelope.safeParse(body).data;
	if (status >= 200 && status < 300) {
		// A deletion without a body has still happened; every other caller finds no data and says so.
		if (envelope || isEmpty(body)) return { ok: true, data: envelope?.data };
		return { ok: false, failure: { kind: 'unreadable', status } };
	}

	const kind = status === 429 ? 'busy' : status >= 500 ? 'fault' : 'refused';
	return {
		ok: false,
		failure: {
			kind,
			status,
			code: envelope?.code,
			text: envelope?.message,
			requestId: envelope?.requestId,
		},
	};
}

function isEmpty(body: unknown): boolean {
	return body === undefined || body === null || body === '';
}
