import { UserError } from 'n8n-workflow';

/** An error that n8n answers with a status of its own instead of 500. */
export class ResponseError extends Error {
	constructor(
		readonly status: number,
		message: string,
		readonly hint?: string,
	) {
		super(message);
	}
}

/** How n8n words an error for the caller of a webhook (n8n 2.41, http-error-serializers). */
export function answerFor(error: Error): { status: number; body: object } {
	const { message } = error;
	if (error instanceof ResponseError) {
		const { status, hint } = error;
		return { status, body: { code: status, message, ...(hint && { hint }) } };
	}
	return { status: error instanceof UserError ? 400 : 500, body: { code: 0, message } };
}
