import type { FastifyInstance } from 'fastify';
import { SmileRefusal, success } from '../envelope';
import { pageOf } from '../page';
import type { SmileRoutes } from '../routes';
import { filtered } from './filter';
import { kinds, type Kind } from './kinds';
import { bareLists, pagedLists } from './payload';
import type { SmileRecord, Stored } from './shelves';
import type { DataStore } from './store';

interface ById {
	Params: { id: string };
}

type Query = Record<string, unknown>;

/** GET by list and by id for every kind, and the payloads of accounts and users. */
export function dataRoutes(store: DataStore): SmileRoutes {
	return (server) => {
		const names = Object.keys(kinds) as Kind[];
		for (const kind of names.filter((name) => name !== 'inviteLogs')) {
			server.get(`/${kind}`, ({ query }) => listOf(store.listOf(kind), kind, query as Query));
			server.get<ById>(`/${kind}/:id`, ({ params }) => success(known(store, kind, params.id)));
		}
		server.get<ById>('/invites/:id/logs', ({ params, query }) => {
			const { id } = known(store, 'invites', params.id);
			const logs = store.listOf('inviteLogs').filter(({ json }) => json.inviteId === id);
			return listOf(logs, 'inviteLogs', query as Query);
		});
		payloads(server, store);
	};
}

function payloads(server: FastifyInstance, store: DataStore): void {
	server.get<ById>('/accounts/:id/payload', ({ params }) => {
		const { id, userId, providerId, connectionStatus } = known(store, 'accounts', params.id);
		if (connectionStatus === 'DISCONNECTED') throw missing();
		const metadata = { sourceId: id, sourceType: 'ACCOUNT', userId, providerId };
		return success({ metadata, ...bareLists(store, id) });
	});
	server.get<ById>('/users/:id/payload', ({ params }) => {
		const { id, session } = known(store, 'users', params.id);
		const accounts = store.all('accounts').filter(({ userId }) => userId === id);
		const archives = store.all('archives').filter(({ userId }) => userId === id);
		return success({
			metadata: session,
			forms: [],
			accounts: accounts.map((account) => ({
				id: account.id,
				providerId: account.providerId,
				payload: pagedLists(store, account.id),
			})),
			archives: archives.map((archive) => ({
				id: archive.id,
				fileType: archive.type,
				payload: pagedLists(store, archive.id),
			})),
		});
	});
}

function listOf(stored: readonly Stored[], kind: Kind, query: Query) {
	const { nextCursor, items } = pageOf(onTop(filtered(stored, kind, query), query.topIds), query);
	return success({ nextCursor, items: items.map(({ json }) => json) });
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
