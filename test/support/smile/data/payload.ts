import { nothing } from './answers';
import { listOfDatapoint } from './kinds';
import type { SmileRecord } from './shelves';
import type { DataStore } from './store';

/** Smile's limit for one list in a payload. */
const limit = 300;

const single = { identities: 'identity', ratings: 'rating', insights: 'insight' } as const;

type Content = Omit<SmileRecord, 'metadata'>;

/** Everything of an account or archive in one object, as GET /accounts/{id}/payload gives it. */
export function bareLists(
	store: DataStore,
	sourceId: string,
	isCapped = true,
): Record<string, unknown> {
	return payload(store, sourceId, (contents) => contents.slice(0, isCapped ? limit : undefined));
}

/** The same as an event carries it: its lists are pages, and what is absent is null. */
export function pagedLists(store: DataStore, sourceId: string): Record<string, unknown> {
	const found = payload(store, sourceId, (contents) => ({
		nextCursor: contents.length > limit ? String(limit) : null,
		items: contents.slice(0, limit),
	}));
	const none = nothing[store.answers.noneOfKind];
	return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, value ?? none]));
}

function payload(
	store: DataStore,
	sourceId: string,
	listed: (contents: Content[]) => unknown,
): Record<string, unknown> {
	const groups = Object.values(listOfDatapoint).map((kind) => {
		const contents = store.of(kind, sourceId).map(withoutOrigin);
		return kind in single
			? [single[kind as keyof typeof single], contents.at(0)]
			: [kind, contents.length > 0 ? listed(contents) : undefined];
	});
	return Object.fromEntries(groups) as Record<string, unknown>;
}

function withoutOrigin(json: SmileRecord): Content {
	const content = { ...json };
	delete content.metadata;
	return content;
}
