import { isJsonObject } from '../shared/jsonObject';
import { parsedJson } from '../shared/parsedJson';

/** Why a trigger refuses a delivery, and the HTTP status of that answer. */
const STATUS = { address: 403, envelope: 400, signature: 401, size: 413 } as const;

export type Refusal = keyof typeof STATUS;

/** The answer of a trigger that refuses a delivery. */
export function refusalFor(reason: Refusal): { status: number; body: object } {
	return { status: STATUS[reason], body: { status: 'rejected', reason } };
}

/** Whether an answer, read or as text, is that of a trigger which refused a delivery for this reason. */
export function isRefusal(
	reason: Refusal,
	{ status, body }: { status: number; body: unknown },
): boolean {
	const answer = typeof body === 'string' ? parsedJson(body) : body;
	return (
		status === STATUS[reason] &&
		isJsonObject(answer) &&
		answer.status === 'rejected' &&
		answer.reason === reason
	);
}
