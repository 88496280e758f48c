import { smileTime } from '../webhookStore';
import type { Diary } from './diary';
import { idOf } from './invented';
import type { DataStore } from './store';

const steps = [
	['INVITED', 0.05],
	['EMAIL_OPENED', 0.06],
	['LANDING_PAGE_OPENED', 0.07],
	['WINK_WIDGET_OPENED', 0.08],
	['LINKED', 0.25],
] as const;

/** Invites the person by mail; who links an account has gone through every status. */
export function invite(diary: Diary, linked: boolean): string {
	const { store, person } = diary;
	const { userId, fullName, firstName, lastName, email } = person;
	const id = idOf('iv-', 'invite', person.number);
	const taken = linked ? steps : steps.slice(0, -1);
	const [status, lastStep] = taken[taken.length - 1];
	store.add('invites', {
		id,
		createdAt: diary.at(0.05),
		fullName,
		firstName,
		lastName,
		email,
		templateId: idOf('tpl-', 'template'),
		userId,
		status,
		updatedAt: diary.at(lastStep),
		invitedAt: diary.at(0.05),
		...(linked ? { linkedAt: diary.at(0.25) } : {}),
	});
	for (const [inviteStatus, fraction] of taken) {
		store.add('inviteLogs', {
			id: idOf('invl-', person.number, inviteStatus),
			inviteId: id,
			createdAt: diary.at(fraction),
			inviteStatus,
			userId,
		});
	}
	diary.tell('INVITE_INVITED', 0.05, { inviteId: id });
	if (linked) diary.tell('INVITE_LINKED', 0.25, { inviteId: id });
	return id;
}

/** Lets the person whom the API invited come so far: each step is a line of the invite's log. */
export function follow(store: DataStore, inviteId: string, inviteStatus: string, at: Date): void {
	const createdAt = smileTime(at);
	const userId = store.find('invites', inviteId)?.userId;
	const linked = inviteStatus === 'LINKED' ? { linkedAt: createdAt } : {};
	store.change('invites', inviteId, { status: inviteStatus, updatedAt: createdAt, ...linked });
	const id = idOf('invl-', inviteId, inviteStatus);
	store.add('inviteLogs', { id, inviteId, createdAt, inviteStatus, userId });
}
