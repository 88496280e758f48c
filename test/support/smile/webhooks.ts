import type { FastifyInstance, FastifyRequest } from 'fastify';
import { SmileRefusal, success } from './envelope';
import { jsonObjectOf } from './jsonBody';
import { pageOf } from './page';
import type { SmileContext } from './routes';
import { webhookOf } from './webhookRules';

interface ById {
	Params: { id: string };
}

/** The four calls on /webhooks. There is no update: PUT and PATCH are answered 501. */
export function webhookRoutes(server: FastifyInstance, context: SmileContext): void {
	const { webhooks, eventTypes } = context;

	const stored = (request: FastifyRequest<ById>) => {
		const webhook = webhooks.get(request.params.id);
		if (!webhook) throw new SmileRefusal('MISSING_RESOURCE', 'There is no such webhook');
		return webhook;
	};

	server.get('/webhooks', (request) => {
		const page = pageOf(webhooks.all, request.query as Record<string, unknown>);
		return success({ ...page, items: page.items.map((webhook) => webhooks.shown(webhook)) });
	});

	server.post('/webhooks', (request) => {
		const wanted = webhookOf(jsonObjectOf(request), eventTypes);
		if (webhooks.onePerAddress && webhooks.withUrl(wanted.url).length > 0) {
			throw new SmileRefusal('INVALID_PARAMETERS', 'url is in use');
		}
		return success(webhooks.shown(webhooks.add(wanted)));
	});

	server.get<ById>('/webhooks/:id', (request) => success(webhooks.shown(stored(request))));

	server.delete<ById>('/webhooks/:id', (request) => {
		webhooks.remove(stored(request).id);
		return success();
	});

	for (const url of ['/webhooks', '/webhooks/:id']) {
		server.route({ method: ['PUT', 'PATCH'], url, handler: refuseMethod });
	}
}

function refuseMethod(): never {
	throw new SmileRefusal('UNSUPPORTED_METHOD', 'This method is not supported here');
}
