/* eslint-disable @n8n/community-nodes/no-restricted-imports -- listens on a port */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Request, type Response } from 'express';
import type { CapturedLogs } from './capturedLogs';
import type { WebhookAnswer } from './executeWebhook';
import { offerRawBody } from './requestBody';
import { answerFor } from './responseError';

export interface WebhookServerOptions {
	/** Paths below this one are webhooks, such as /webhook. */
	basePath: string;
	/** N8N_PROXY_HOPS: how many proxies before n8n are trusted with X-Forwarded-For. */
	proxyHops: number;
	logs: CapturedLogs;
	handle(path: string, request: Request, response: Response): Promise<WebhookAnswer>;
}

export interface WebhookServer {
	origin: string;
	/** Cuts every connection. */
	close(): Promise<void>;
}

/** n8n's HTTP server as far as webhooks go (n8n 2.41, abstract-server and webhook-request-handler). */
export async function startWebhookServer(options: WebhookServerOptions): Promise<WebhookServer> {
	const app = express();
	app.disable('x-powered-by');
	app.set('query parser', 'extended');
	if (options.proxyHops > 0) app.set('trust proxy', options.proxyHops);
	app.use(offerRawBody);
	app.all(`${options.basePath}/*path`, async (request, response) => {
		const path = [request.params.path].flat().join('/');
		try {
			send(response, await options.handle(path, request, response));
		} catch (error) {
			fail(request, response, error as Error, options.logs);
		}
	});

	const server = createServer(app);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: async () => {
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeAllConnections();
			await closed;
		},
	};
}

function send(response: Response, answer: WebhookAnswer): void {
	if (answer.isSent) return;
	response.status(answer.status);
	if (typeof answer.data === 'string') response.send(answer.data);
	else response.json(answer.data);
}

function fail(request: Request, response: Response, error: Error, logs: CapturedLogs): void {
	const { method, path } = request;
	logs.error(`Error in handling webhook request ${method} ${path}: ${error.message}`, { error });
	const { status, body } = answerFor(error);
	response.status(status).json(body);
}
