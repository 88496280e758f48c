import type { Happened } from '../../support/smile/data/diary';
import { listOfDatapoint, type Kind } from '../../support/smile/data/kinds';
import type { Life } from '../../support/smile/data/life';
import type { SmileRecord } from '../../support/smile/data/shelves';
import type { SimulatedSmile } from '../../support/smile/simulatedSmile';
import { smileTime } from '../../support/smile/webhookStore';

/** Kinds whose events name a time from and to; those of the others name ids. */
const ranged = ['incomes', 'contributions', 'eincomes'] as const;
const named = ['documents', 'employments', 'liabilities'] as const;

/** Lets Smile refresh an account as it does every month: its incomes rise, and Smile tells what was updated. */
export function refresh({ data: store }: SimulatedSmile, life: Life): Happened[] {
	const { userId, accountId } = life;
	const createdAt = smileTime();
	const providers = [store.find('accounts', accountId)?.providerId];
	for (const { id, netAmount } of store.of('incomes', accountId)) {
		store.change('incomes', id, { netAmount: Number(netAmount) + 100 });
	}
	const updated = (kind: Kind, fieldsOf: (records: SmileRecord[]) => object): Happened => {
		const records = store.of(kind, accountId);
		const { length: count } = records;
		const common = { userId, accountId, providers, count, updatedAt: createdAt };
		return {
			type: `${kind.toUpperCase()}_UPDATED`,
			createdAt,
			data: { ...common, ...fieldsOf(records) },
		};
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

function rangeOf(records: SmileRecord[]): object {
	const days = records
		.map(({ startDate, date, month }) => String(startDate ?? date ?? month))
		.sort();
	const [updatedFrom, updatedTo] = [days[0], days[days.length - 1]].map(
		(day) => `${day.padEnd(10, '-01')}T00:00:00Z`,
	);
	return { updatedFrom, updatedTo };
}

function idsOf(records: SmileRecord[]): object {
	return { updatedIds: records.map(({ id }) => id) };
}
