import { pagedLists } from './payload';
import type { SmileRecord } from './shelves';
import type { DataStore } from './store';

/** All that a person entered and linked, as GET /users/{id}/payload gives it. */
export function userPayload(store: DataStore, userId: string) {
	const ofUser = (record: SmileRecord) => record.userId === userId;
	return {
		metadata: store.find('users', userId)?.session,
		forms: store
			.all('alpha/forms')
			.filter(ofUser)
			.map((form) => ({ id: form.id, name: form.name, data: form.data })),
		accounts: store
			.all('accounts')
			.filter(ofUser)
			.map((account) => ({
				id: account.id,
				providerId: account.providerId,
				payload: pagedLists(store, account.id),
			})),
		archives: store
			.all('archives')
			.filter(ofUser)
			.map((archive) => ({
				id: archive.id,
				fileType: archive.type,
				payload: pagedLists(store, archive.id),
			})),
	};
}
