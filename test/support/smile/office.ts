import type { Announcer } from './announcer';
import type { SmileClock } from './clock';
import type { DataStore } from './data/store';
import type { FileShelf } from './files/fileShelf';
import type { LinkTokens } from './linkTokens';
import type { Outbox } from './outbox';
import type { Progress } from './progress';
import type { Queries } from './queries';
import type { SmileSwitches } from './switches';

/** What the operations of the simulation work with. */
export interface Office {
	environment: 'sandbox' | 'production';
	store: DataStore;
	clock: SmileClock;
	switches: SmileSwitches;
	outbox: Outbox;
	queries: Queries;
	announcer: Announcer;
	progress: Progress;
	shelf: FileShelf;
	linkTokens: LinkTokens;
}
