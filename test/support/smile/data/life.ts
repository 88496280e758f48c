import { linkAccount, type AccountEnd } from './account';
import { uploadArchive, type ArchiveEnd } from './archive';
import { Diary, type Happened } from './diary';
import { personOf, pick } from './invented';
import { invite } from './invite';
import { linkable } from './providers';
import type { DataStore } from './store';

/** How a life goes; what is not said follows from the person's number, so that all of it occurs. */
export interface LifePlan {
	/** Minutes from the first step to the last; ten unless said otherwise. */
	minutes?: number;
	account?: AccountEnd;
	archive?: ArchiveEnd | 'none';
	invited?: boolean;
	providerId?: string;
	/** Who lives it: a user that Smile knows already, by an invite or the API; a new one unless said otherwise. */
	userId?: string;
}

export interface Life {
	userId: string;
	accountId: string;
	archiveId?: string;
	inviteId?: string;
	/** In order of time. */
	happened: Happened[];
}

const accountEnds = ['connected', 'failed', 'connected', 'revoked', 'connected'] as const;
const archiveEnds = ['none', 'analyzed', 'failed', 'none', 'revoked', 'none'] as const;

/** Lets the person of this number live: created, invited, linked, read, uploading a payslip. */
export function live(store: DataStore, number: number, begin: Date, plan: LifePlan): Life {
	const person = { ...personOf(number), ...(plan.userId ? { userId: plan.userId } : {}) };
	const diary = new Diary(store, person, begin, plan.minutes ?? 10);
	const accountEnd = plan.account ?? pick(accountEnds, number);
	const archiveEnd = plan.archive ?? pick(archiveEnds, number);
	const userId = plan.userId ?? makeUser(diary);
	const isInvited = plan.invited ?? number % 2 === 0;
	const inviteId = isInvited ? invite(diary, accountEnd !== 'failed') : undefined;
	const providerId = plan.providerId ?? pick(linkable, number).id;
	const accountId = linkAccount(diary, providerId, accountEnd);
	const archiveId = archiveEnd === 'none' ? undefined : uploadArchive(diary, archiveEnd);
	return { userId, accountId, archiveId, inviteId, happened: diary.happened };
}

function makeUser(diary: Diary): string {
	const { userId, number } = diary.person;
	diary.store.add('users', {
		id: userId,
		externalMetadata: { customer: String(number) },
		createdAt: diary.at(0),
		providers: [],
		session: { userId, channel: 'Default', status: 'IN_PROGRESS' },
	});
	diary.tell('USER_CREATED', 0, {});
	return userId;
}
