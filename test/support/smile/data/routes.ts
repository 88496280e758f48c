import type { SmileRouter } from '../routeTable';
import { SmileRefusal, success } from '../envelope';
import { inOrder } from '../inOrder';
import { pageOf, shownPage } from '../page';
import type { Office } from '../office';
import type { SmileRoutes } from '../routes';
import { withoutOptional } from './answers';
import { filtered } from './filter';
import { kinds, type Kind } from './kinds';
import { bareLists, pagedLists } from './payload';
import { userPayload } from './userPayload';
import type { SmileRecord, Stored } from './shelves';
import type { DataStore } from './store';

interface ById {
	Params: { id: string };
}

type Query = Record<string, unknown>;

/** Smile has no GET by id for these. */
const listedOnly = new Set<Kind>(['consentTemplates']);

/** GET by list and by id for every kind, and the payloads of accounts and users. */
export function dataRoutes(office: Office): SmileRoutes {
	const { store, progress } = office;
	return (server) => {
		const names = Object.keys(kinds) as Kind[];
		for (const kind of names.filter((name) => name !== 'inviteLogs')) {
			server.get(`/${kind}`, ({ query }) =>
				listOf(office, store.listOf(kind), kind, query as Query),
			);
			if (listedOnly.has(kind)) continue;
			server.get<ById>(`/${kind}/:id`, ({ params }) => {
				progress.read(params.id);
				const found = known(store, kind, params.id);
				if (office.switches.revokedItself === 'missing' && isRevoked(store, found.id))
					throw missing();
				return success(found);
			});
		}
		server.get<ById>('/invites/:id/logs', ({ params, query }) => {
			const { id } = known(store, 'invites', params.id);
			const logs = store.listOf('inviteLogs').filter(({ json }) => json.inviteId === id);
			return listOf(office, logs, 'inviteLogs', query as Query);
		});
		payloads(server, office);
	};
}

function payloads(server: SmileRouter, { store, switches }: Office): void {
	server.get<ById>('/accounts/:id/payload', ({ params }) => {
		const { id, userId, providerId, connectionStatus } = known(store, 'accounts', params.id);
		const isRevoked = connectionStatus === 'DISCONNECTED';
		if (isRevoked && switches.revokedPayload === 'missing') throw missing();
		const metadata = { sourceId: id, sourceType: 'ACCOUNT', userId, providerId };
		const { accountPayloadLists: form, accountPayloadCapped: capped } = switches;
		const lists = form === 'pages' ? pagedLists(store, id) : bareLists(store, id, capped);
		return success({ metadata, ...lists });
	});
	server.get<ById>('/users/:id/payload', ({ params }) => {
		const { id, session } = known(store, 'users', params.id);
		const ofSite = (session as { channel?: unknown } | undefined)?.channel === 'WinkSite';
		if (!ofSite && switches.withoutSession === 'missing') throw missing();
		return success(userPayload(store, id));
	});
}

function listOf({ store, switches }: Office, stored: readonly Stored[], kind: Kind, query: Query) {
	const { revokedLists, endsExcluded, sparse } = store.answers;
	if (revokedLists === 'missing' && isRevoked(store, query.sourceId)) throw missing();
	const found = onTop(filtered(stored, kind, query, endsExcluded), query.topIds);
	const ordered = inOrder(found, switches.listOrder, ({ json }) => json.id);
	const { nextCursor, items } = pageOf(ordered, query);
	const isWrapped = kind === 'beta/signals' && switches.wrappedSignals;
	const shown = items.map(({ json }) => (sparse ? withoutOptional(json) : json));
	const entries = shown.map((json) => (isWrapped ? { signal: json } : json));
	return success(shownPage({ nextCursor, items: entries }, switches));
}

function isRevoked(store: DataStore, sourceId: unknown): boolean {
	const id = String(sourceId);
	const source = store.find('accounts', id) ?? store.find('archives', id);
	const state = source?.connectionStatus ?? (source?.state as { status?: unknown })?.status;
	return state === 'DISCONNECTED' || state === 'REVOKED';
}

/** Moves the things with these ids to the front; cursors count the new places. */
function onTop(stored: readonly Stored[], topIds: unknown): readonly Stored[] {
	if (topIds === undefined) return stored;
	const ids = String(topIds).split(',');
	const top = stored.filter(({ json }) => ids.includes(json.id));
	const rest = stored.filter(({ json }) => !ids.includes(json.id));
	return [...top, ...rest].map(({ json }, index) => ({ json, position: index + 1 }));
}

function known(store: DataStore, kind: Kind, id: string): SmileRecord {
	const found = store.find(kind, id);
	if (!found) throw missing();
	return found;
}

function missing(): SmileRefusal {
	return new SmileRefusal('MISSING_RESOURCE', 'There is no such thing here');
}
