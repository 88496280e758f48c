import type { Request, Response } from 'express';
import { executeWebhook, type WebhookAnswer } from './executeWebhook';
import type { Executions } from './executions';
import type { Publication } from './publication';
import { ResponseError } from './responseError';

/**
 * Handles calls of a workflow's webhook as n8n does (n8n 2.41, live-webhooks and test-webhooks): a new
 * workflow from the database each time, static data stored before the answer. In test mode the webhook is
 * deleted after the first execution; an error of that reaches nobody in n8n and goes to `unhandled` here.
 */
export function receiveFor(
	publication: Publication,
	executions: Executions,
	unhandled: Error[],
): (path: string, request: Request, response: Response) => Promise<WebhookAnswer> {
	return async (path, request, response) => {
		const loaded = publication.load();
		const { httpMethod, path: ownPath } = loaded.webhookData;
		if (!publication.isRegistered || path !== ownPath || request.method !== httpMethod) {
			const asked = `${request.method} ${path}`;
			throw new ResponseError(404, `The requested webhook "${asked}" is not registered.`);
		}
		const mode = publication.isTest ? 'manual' : 'webhook';
		return await new Promise<WebhookAnswer>((resolve, reject) => {
			executeWebhook(
				{ ...loaded, mode, executions, request, response },
				{
					answer: (answer) => {
						publication.save(loaded.workflow);
						resolve(answer);
					},
					fail: reject,
				},
			)
				.then(async (isStarted) => {
					if (isStarted && publication.isTest) await publication.deactivate();
				})
				.catch((error: Error) => void unhandled.push(error));
		});
	};
}
