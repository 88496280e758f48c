import type { SmileRouter } from '../routeTable';
import type { SmileRecord } from '../data/shelves';
import { success } from '../envelope';
import type { Office } from '../office';
import { accepted, acceptEmpty, missing, required } from './accept';
import { newId } from './newId';
import { optional, type Rule } from './rules';

/** Smile's text on the field: five pairs, keys of 50 and values of 500 characters, ASCII and nothing but texts. */
const metadata: Rule = (value) => {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'is no object';
	const pairs = Object.entries(value);
	if (pairs.length > 5) return 'has more than five pairs';
	const isRight = ([key, one]: [string, unknown]) =>
		/^[\x20-\x7e]{1,50}$/.test(key) && typeof one === 'string' && /^[\x20-\x7e]{0,500}$/.test(one);
	return pairs.every(isRight) ? undefined : 'has a key or value that is not allowed';
};

/** POST /users, POST /tokens and POST /users/{id}/resetSession. */
export function userRoutes(server: SmileRouter, office: Office): void {
	const { store, announcer, switches } = office;

	server.post('/users', (request, reply) => {
		const { externalMetadata } = accepted(request, { externalMetadata: optional(metadata) });
		const user = makeUser(office, externalMetadata ?? {});
		announcer.tell('USER_CREATED', { userId: user.id, session: user.session });
		reply.code(201);
		return success({ user, token: newToken(office, user.id) });
	});

	server.post('/tokens', (request, reply) => {
		const userId = required(request.query, 'userId');
		acceptEmpty(office, request);
		if (!store.find('users', userId)) throw missing();
		reply.code(201);
		return success(newToken(office, userId));
	});

	server.post<{ Params: { id: string } }>('/users/:id/resetSession', (request) => {
		acceptEmpty(office, request);
		const user = store.find('users', request.params.id);
		if (!user) throw missing();
		const session = { ...(user.session as object), userId: user.id, status: 'REVOKED' };
		store.change('users', user.id, { session });
		store.keep('alpha/forms', ({ userId }) => userId !== user.id);
		if (switches.eventOfReset) announcer.tell('USER_SESSION_RESET', { session });
		return success();
	});
}

/** A user that Smile makes by itself: for an invite, or for an upload that names nobody. */
export function makeUserFor(
	office: Office,
	told: 'eventsOfUploadUsers' | 'eventsOfInviteUsers',
): SmileRecord {
	const user = makeUser(office, {});
	if (office.switches[told]) {
		office.announcer.tell('USER_CREATED', { userId: user.id, session: user.session });
	}
	return user;
}

function makeUser({ store, clock }: Office, externalMetadata: unknown): SmileRecord {
	const id = newId('acme-');
	return store.add('users', {
		id,
		externalMetadata,
		createdAt: clock.time(),
		providers: [],
		session: { userId: id, channel: 'Default', status: 'IN_PROGRESS' },
	});
}

/** A token with which the widget links accounts of this user. */
function newToken({ linkTokens, environment }: Office, userId: string) {
	const accessToken = newId('dummy-link-token-');
	const end = linkTokens.give(accessToken, userId);
	return {
		id: newId('token-'),
		expiresAt: `${end.toISOString().slice(0, 19)}Z`,
		mode: environment === 'sandbox' ? 'SANDBOX' : 'PRODUCTION',
		accessToken,
	};
}
