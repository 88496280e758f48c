import { codeOfStatus, failure } from './envelope';
import type { Fault } from './faults';

export interface RawAnswer {
	status: number;
	contentType?: string;
	headers?: Record<string, string>;
	body?: string;
}

/** The answer that a fault gives instead of Smile's; undefined when it does not give another. */
export function answerOf(fault: Fault): RawAnswer | undefined {
	switch (fault.kind) {
		case 'status': {
			const { status, headers } = fault;
			const code = fault.code ?? codeOfStatus(status);
			const message = fault.message ?? `Simulated ${code}`;
			return { ...json(status, failure(code, message)), headers };
		}
		case 'html':
			return {
				status: fault.status ?? 502,
				contentType: 'text/html; charset=utf-8',
				body: '<!doctype html><html><body><h1>Bad gateway</h1></body></html>',
			};
		case 'empty':
			return { status: fault.status ?? 200 };
		case 'otherEnvelope':
			return json(fault.status ?? 200, fault.body ?? { ok: true, result: [{ value: 1 }] });
		default:
			return undefined;
	}
}

function json(status: number, body: unknown): RawAnswer {
	return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}
