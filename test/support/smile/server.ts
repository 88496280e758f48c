/* eslint-disable @n8n/community-nodes/no-restricted-imports -- needs the type of an address */
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import type { Announced } from './announcer';
import { dateAnswers, SmileClock } from './clock';
import { dataRoutes } from './data/routes';
import { subscribableTypes } from './eventTypes';
import { keepJournal, noteStatus } from './exchange';
import { Faults } from './faults';
import { startFileHost } from './files/fileHost';
import { answerRefusals, answerUnknownPath, guard } from './guard';
import { HostMap } from './hostMap';
import { Journal } from './journal';
import { keepBodiesRaw } from './jsonBody';
import type { Office } from './office';
import { operationRoutes } from './ops/operations';
import { sampleKeys, type SmileKeys, type SmileOptions } from './options';
import { playFaults } from './playFaults';
import { RateLimit } from './rateLimit';
import { RouteTable } from './routeTable';
import { Sender } from './sender';
import type { SimulatedSmile } from './simulatedSmile';
import { guardStages } from './stages';
import { startOffice } from './startOffice';
import { webhookRoutes } from './webhooks';
import { WebhookStore } from './webhookStore';

/** Smile's own limit is not documented; several files of 15 MB in base64 must fit. */
const largestBody = 256 * 1024 * 1024;

/** Starts a simulation of Smile's API on 127.0.0.1; whoever starts it closes it. */
export async function startSmile(options: SmileOptions = {}): Promise<SimulatedSmile> {
	const keys = keysOf(options);
	const clock = new SmileClock();
	const { withoutSecretEcho, onePerAddress } = options;
	const webhooks = new WebhookStore(withoutSecretEcho, onePerAddress, () => clock.now());
	const journal = new Journal();
	const faults = new Faults();
	const hosts = new HostMap();
	const closing = new AbortController();
	const line = { hosts, closing: closing.signal };
	const sender = new Sender(webhooks, line, () => office.switches);
	const files = await startFileHost(options.tls);
	const emit = async (event: Announced) => {
		const emitted = await sender.emit(event);
		options.onAnnounced?.(event, emitted);
		return emitted;
	};
	const office = startOffice(options, clock, files.shelf, emit);

	const server = createServer(options.tls);
	const parts = { keys, clock, journal, faults, office, webhooks, closing: closing.signal };
	equip(server, options, parts);
	const listening = server.listen({ host: '127.0.0.1', port: options.port ?? 0 });
	// A port that is taken must not leave the other server behind.
	listening.catch(async () => await files.close());
	await listening;

	return {
		...keys,
		baseUrl: `${options.tls ? 'https' : 'http'}://127.0.0.1:${portOf(server)}/v1`,
		otherKeys: sampleKeys[office.environment === 'sandbox' ? 'production' : 'sandbox'],
		webhooks,
		journal,
		faults,
		files,
		...office,
		data: office.store,
		deliver: async (event, how) => await sender.deliver(event, how),
		emit: async (event, how) => await sender.emit(event, how),
		mapHost: (publicOrigin, localOrigin) => hosts.map(publicOrigin, localOrigin),
		close: async () => {
			closing.abort();
			await server.close();
			await files.close();
		},
	};
}

interface Parts {
	keys: SmileKeys;
	clock: SmileClock;
	journal: Journal;
	faults: Faults;
	office: Office;
	webhooks: WebhookStore;
	closing: AbortSignal;
}

/** Everything that a request passes, in this order. */
function equip(server: FastifyInstance, options: SmileOptions, parts: Parts): void {
	const { keys, clock, journal, faults, office, webhooks, closing } = parts;
	dateAnswers(server, clock);
	keepBodiesRaw(server);
	keepJournal(server, journal, [keys, ...(options.secondKeys ? [options.secondKeys] : [])]);
	playFaults(server, faults, closing);
	noteStatus(server);
	guard(server, new RateLimit(options.rateLimit ?? 20), office.switches, options.wrongKeyAnswer);
	guardStages(server, office.switches);
	answerRefusals(server, office.switches);
	mountRoutes(server, options, webhooks, office);
}

function keysOf({ environment = 'sandbox', apiKey, apiSecret }: SmileOptions): SmileKeys {
	const sample = sampleKeys[environment];
	return { apiKey: apiKey ?? sample.apiKey, apiSecret: apiSecret ?? sample.apiSecret };
}

/** A server that ends every connection at once when it closes. */
function createServer(tls: SmileOptions['tls']): FastifyInstance {
	const common = {
		logger: false,
		exposeHeadRoutes: false,
		forceCloseConnections: true,
		bodyLimit: largestBody,
	} as const;
	// Both kinds differ in the type of their raw socket only, which no route uses.
	return tls ? (fastify({ ...common, https: tls }) as unknown as FastifyInstance) : fastify(common);
}

function mountRoutes(
	server: FastifyInstance,
	options: SmileOptions,
	webhooks: WebhookStore,
	office: Office,
): void {
	const { switches } = office;
	const context = { webhooks, eventTypes: subscribableTypes(options.extraEventTypes), switches };
	const ours = [webhookRoutes, dataRoutes(office), operationRoutes(office)];
	const table = new RouteTable('/v1');
	for (const routes of [...ours, ...(options.routes ?? [])]) routes(table.router, context);
	server.route({
		method: ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'],
		url: '/v1/*',
		async handler(request, reply) {
			const found = table.find(request.method, request.url);
			if (!found) return answerUnknownPath(reply, switches);
			request.params = found.params;
			return await found.handler.call(this, request, reply);
		},
	});
}

function portOf(server: FastifyInstance): number {
	return (server.server.address() as AddressInfo).port;
}
