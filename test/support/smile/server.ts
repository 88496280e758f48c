/* eslint-disable @n8n/community-nodes/no-restricted-imports -- needs the type of an address */
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { dataRoutes } from './data/routes';
import { DataStore } from './data/store';
import { subscribableTypes } from './eventTypes';
import { keepJournal, noteStatus } from './exchange';
import { Faults } from './faults';
import { answerRefusals, guard } from './guard';
import { HostMap } from './hostMap';
import { Journal } from './journal';
import { keepBodiesRaw } from './jsonBody';
import { sampleKeys, type SmileKeys, type SmileOptions } from './options';
import { playFaults } from './playFaults';
import { RateLimit } from './rateLimit';
import { Sender } from './sender';
import type { SimulatedSmile } from './simulatedSmile';
import { webhookRoutes } from './webhooks';
import { WebhookStore } from './webhookStore';

/** Starts a simulation of Smile's API on 127.0.0.1; whoever starts it closes it. */
export async function startSmile(options: SmileOptions = {}): Promise<SimulatedSmile> {
	const { environment = 'sandbox' } = options;
	const keys = keysOf(options);
	const webhooks = new WebhookStore(options.withoutSecretEcho);
	const data = new DataStore();
	const journal = new Journal();
	const faults = new Faults();
	const hosts = new HostMap();
	const closing = new AbortController();
	const sender = new Sender(webhooks, { hosts, closing: closing.signal });

	const server = createServer(options.tls);
	keepBodiesRaw(server);
	keepJournal(server, journal, keys);
	playFaults(server, faults, closing.signal);
	noteStatus(server);
	guard(server, new RateLimit(options.rateLimit ?? 20), options.wrongKeyAnswer);
	answerRefusals(server);
	mountRoutes(server, options, webhooks, data);
	await server.listen({ host: '127.0.0.1', port: options.port ?? 0 });

	return {
		...keys,
		baseUrl: `${options.tls ? 'https' : 'http'}://127.0.0.1:${portOf(server)}/v1`,
		environment,
		otherKeys: sampleKeys[environment === 'sandbox' ? 'production' : 'sandbox'],
		webhooks,
		data,
		journal,
		faults,
		deliver: async (event, how) => await sender.deliver(event, how),
		emit: async (event, how) => await sender.emit(event, how),
		mapHost: (publicOrigin, localOrigin) => hosts.map(publicOrigin, localOrigin),
		close: async () => {
			closing.abort();
			await server.close();
		},
	};
}

function keysOf({ environment = 'sandbox', apiKey, apiSecret }: SmileOptions): SmileKeys {
	const sample = sampleKeys[environment];
	return { apiKey: apiKey ?? sample.apiKey, apiSecret: apiSecret ?? sample.apiSecret };
}

/** A server that ends every connection at once when it closes. */
function createServer(tls: SmileOptions['tls']): FastifyInstance {
	const common = { logger: false, exposeHeadRoutes: false, forceCloseConnections: true } as const;
	// Both kinds differ in the type of their raw socket only, which no route uses.
	return tls ? (fastify({ ...common, https: tls }) as unknown as FastifyInstance) : fastify(common);
}

function mountRoutes(
	server: FastifyInstance,
	options: SmileOptions,
	webhooks: WebhookStore,
	data: DataStore,
): void {
	const context = { webhooks, eventTypes: subscribableTypes(options.extraEventTypes) };
	for (const routes of [webhookRoutes, dataRoutes(data), ...(options.routes ?? [])]) {
		server.register(async (scope) => routes(scope, context), { prefix: '/v1' });
	}
}

function portOf(server: FastifyInstance): number {
	return (server.server.address() as AddressInfo).port;
}
