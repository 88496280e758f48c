import type { Happened } from './diary';

/** What Get Missed can and cannot find again of what happened. */
export interface Traces {
	/** Keys of the events that left a trace, sorted. */
	rebuildable: string[];
	/** Keys of those that left none: what went before an account was unlinked or an archive revoked. */
	untraceable: string[];
}

/** What tells two events apart that may have different ids: type, second, person and source. */
export function keyOf({ type, createdAt, data }: Happened): string {
	return [type, createdAt, data.userId, data.accountId ?? data.archiveId ?? data.sourceId].join(
		' ',
	);
}

/** Smile keeps the last state of an account or archive alone, and nothing of what it held before it was revoked. */
export function tracesOf(happened: Happened[]): Traces {
	const revoked = new Set(
		happened
			.filter(({ type }) => /DISCONNECTED|REVOKED/.test(type))
			.map(({ data }) => data.accountId ?? data.archiveId),
	);
	const isRebuildable = ({ type, data: { accountId, archiveId } }: Happened) => {
		if (revoked.has(accountId)) {
			return type === 'ACCOUNT_CREATED' || type === 'ACCOUNT_DISCONNECTED';
		}
		return !(revoked.has(archiveId) && type === 'ARCHIVE_ANALYZED');
	};
	const keys = (events: Happened[]) => events.map(keyOf).sort();
	return {
		rebuildable: keys(happened.filter(isRebuildable)),
		untraceable: keys(happened.filter((one) => !isRebuildable(one))),
	};
}
