import type { Happened } from '../../support/smile/data/diary';
import { listOfDatapoint, type Kind } from '../../support/smile/data/kinds';
import type { Life } from '../../support/smile/data/life';
import type { SmileRecord } from '../../support/smile/data/shelves';
import type { SimulatedSmile } from '../../support/smile/simulatedSmile';
import { smileTime } from '../../support/smile/webhookStore';

/** Kinds whose events name a time from and to; those of the others name ids. */
const ranged = ['incomes', 'contributions', 'eincomes'] as const;
const named = ['documents', 'employments', 'liabilities'] as const;

/** How many records of a kind change, the newest. */
const changed = 3;

/** Lets Smile refresh an account as it does every month: its newest incomes rise, and Smile tells what was updated. */
export function refresh({ data: store }: SimulatedSmile, life: Life): Happened[] {
	const { userId, accountId } = life;
	const createdAt = smileTime();
	const providers = [store.find('accounts', accountId)?.providerId];
	const newest = (kind: Kind) => store.of(kind, accountId).sort(byDay).slice(-changed);
	for (const { id, netAmount } of newest('incomes')) {
		store.change('incomes', id, { netAmount: Number(netAmount) + 100 });
	}
	const updated = (kind: Kind, which: (records: SmileRecord[]) => object): Happened => {
		const records = newest(kind);
		const counted = { count: records.length, updatedAt: createdAt };
		const data = { userId, accountId, providers, ...counted, ...which(records) };
		return { type: `${kind.toUpperCase()}_UPDATED`, createdAt, data };
	};
	const source = { userId, sourceId: accountId, sourceType: 'ACCOUNT', providers };
	const outcome = { status: 'SUCCEEDED', monitorStatus: 'ACTIVE' };
	const datapoints = Object.keys(listOfDatapoint);
	return [
		...ranged.map((kind) => updated(kind, rangeOf)),
		...named.map((kind) => updated(kind, idsOf)),
		{
			type: 'ACCOUNT_SYNC_TASK_FINISHED',
			createdAt,
			data: { ...source, ...outcome, datapoints },
		},
	];
}

function byDay(one: SmileRecord, other: SmileRecord): number {
	return dayOf(one).localeCompare(dayOf(other));
}

/** Estimated incomes have a month alone. */
function dayOf({ startDate, date, month }: SmileRecord): string {
	return String(startDate ?? date ?? month ?? '').padEnd(10, '-01');
}

function rangeOf(records: SmileRecord[]): object {
	const [updatedFrom, updatedTo] = [records[0], records[records.length - 1]].map(
		(record) => `${dayOf(record)}T00:00:00Z`,
	);
	return { updatedFrom, updatedTo };
}

function idsOf(records: SmileRecord[]): object {
	return { updatedIds: records.map(({ id }) => id) };
}
