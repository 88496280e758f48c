import type { FastifyInstance, FastifyRequest } from 'fastify';
import { carriesKeys } from './auth';
import { bodyOf } from './jsonBody';
import type { Journal, JournalEntry } from './journal';
import { withoutLongTexts } from './longText';
import type { SmileKeys } from './options';

const entries = new WeakMap<FastifyRequest, JournalEntry>();

/** The journal's entry of a request that is being dealt with. */
export function entryOf(request: FastifyRequest): JournalEntry {
	const entry = entries.get(request);
	if (!entry) throw new Error('This request was not recorded: keepJournal comes first');
	return entry;
}

/** Records every request when it arrives, then its body, then the status it is answered with. */
export function keepJournal(
	server: FastifyInstance,
	journal: Journal,
	valid: readonly SmileKeys[],
): void {
	server.addHook('onRequest', async (request) => {
		const { authorization, ...headers } = request.headers;
		const keys = valid.find((pair) => carriesKeys(authorization, pair));
		const entry: JournalEntry = {
			method: request.method,
			path: request.url.replace(/\?.*$/s, '').replace(/^\/v1(?=\/|$)/, ''),
			query: request.query as Record<string, unknown>,
			body: undefined,
			headers,
			authorised: keys !== undefined,
			apiKey: keys?.apiKey,
			status: null,
			at: new Date(),
		};
		entries.set(request, entry);
		journal.record(entry);
	});
	server.addHook('preHandler', async (request) => {
		entryOf(request).body = withoutLongTexts(bodyOf(request), journal.longestText);
	});
}

/** Notes the status of an answer just before it leaves; belongs behind all that may change it. */
export function noteStatus(server: FastifyInstance): void {
	server.addHook('onSend', async (request, reply) => {
		entryOf(request).status = reply.statusCode;
	});
}
