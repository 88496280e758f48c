import { listOfDatapoint } from '../../support/smile/data/kinds';
import type { SimulatedSmile } from '../../support/smile/simulatedSmile';

/** How many records of an account the simulated Smile holds, and how the account is connected. */
export function whatIsLeft(
	{ data: store }: SimulatedSmile,
	accountId: string,
): { records: number; status: unknown } {
	const kinds = Object.values(listOfDatapoint);
	return {
		records: kinds.reduce((sum, kind) => sum + store.of(kind, accountId).length, 0),
		status: store.find('accounts', accountId)?.connectionStatus,
	};
}
