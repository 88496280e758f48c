import type { FastifyRequest } from 'fastify';
import type { SmileRouter } from './routeTable';
import type { ApiSwitches } from './apiSwitches';
import { SmileRefusal, success } from './envelope';
import { jsonObjectOf } from './jsonBody';
import { allEvents } from './eventTypes';
import { inOrder } from './inOrder';
import { pageOf, shownPage } from './page';
import type { SmileContext } from './routes';
import { webhookOf } from './webhookRules';
import type { StoredWebhook } from './webhookStore';

interface ById {
	Params: { id: string };
}

/** The four calls on /webhooks. There is no update: PUT and PATCH are answered 501. */
export function webhookRoutes(server: SmileRouter, context: SmileContext): void {
	const { webhooks, eventTypes, switches } = context;
	const shown = (webhook: StoredWebhook) => {
		const all = webhooks.shown(webhook);
		return switches.sparseWebhooks ? { ...all, includePayload: undefined, secret: undefined } : all;
	};

	const stored = (request: FastifyRequest<ById>) => {
		const webhook = webhooks.get(request.params.id);
		if (!webhook) throw unknownWebhook();
		return webhook;
	};

	server.get('/webhooks', (request) => {
		const all = inOrder(webhooks.all, switches.listOrder, ({ id }) => id);
		const page = pageOf(all, request.query as Record<string, unknown>);
		return success(shownPage({ ...page, items: page.items.map(shown) }, switches));
	});

	server.post('/webhooks', (request) => {
		const wanted = webhookOf(jsonObjectOf(request), eventTypes, switches.secretsRequired);
		const refusal = webhooks.refusalAt(wanted.url);
		if (refusal) throw refusal;
		wanted.eventTypes = keptTypes(wanted.eventTypes, switches);
		return success(shown(webhooks.create(wanted)));
	});

	server.get<ById>('/webhooks/:id', (request) => success(shown(stored(request))));

	server.delete<ById>('/webhooks/:id', (request, reply) => {
		const isKnown = webhooks.remove(request.params.id);
		if (!isKnown && switches.unknownDeletion === 'MISSING_RESOURCE') throw unknownWebhook();
		return switches.deletionAnswer === 'empty' ? reply.code(204).send() : success();
	});

	for (const url of ['/webhooks', '/webhooks/:id']) {
		server.route({ method: ['PUT', 'PATCH'], url, handler: refuseMethod });
	}
}

/** What Smile makes of ALL_EVENTS among others. */
function keptTypes(types: string[], { allEventsAmongOthers }: ApiSwitches): string[] {
	if (!types.includes(allEvents) || types.length === 1) return types;
	if (allEventsAmongOthers === 'refused') {
		throw new SmileRefusal('INVALID_PARAMETERS', 'ALL_EVENTS must be alone');
	}
	return allEventsAmongOthers === 'alone' ? [allEvents] : types;
}

function unknownWebhook(): SmileRefusal {
	return new SmileRefusal('MISSING_RESOURCE', 'There is no such webhook');
}

function refuseMethod(): never {
	throw new SmileRefusal('UNSUPPORTED_METHOD', 'This method is not supported here');
}
