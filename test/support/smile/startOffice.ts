import { Announcer, type Announced } from './announcer';
import type { SmileClock } from './clock';
import { DataStore } from './data/store';
import type { Emitted } from './delivery';
import type { FileShelf } from './files/fileShelf';
import { LinkTokens } from './linkTokens';
import type { Office } from './office';
import type { SmileOptions } from './options';
import { Outbox } from './outbox';
import { Progress } from './progress';
import { Queries } from './queries';
import { defaultSwitches } from './switches';

/** Everything that the operations work with, as it is when nobody has asked for anything. */
export function startOffice(
	{ environment = 'sandbox', switches: given }: SmileOptions,
	clock: SmileClock,
	shelf: FileShelf,
	emit: (event: Announced) => Promise<Emitted[]>,
): Office {
	const switches = { ...defaultSwitches(environment), ...given };
	return {
		environment,
		store: new DataStore(shelf),
		clock,
		switches,
		outbox: new Outbox(),
		queries: new Queries(),
		announcer: new Announcer(clock, emit),
		progress: new Progress(switches),
		shelf,
		linkTokens: new LinkTokens(clock),
	};
}
