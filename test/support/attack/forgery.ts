import type { CallHeaders } from '../keepAliveClient';
import type { Dice } from './dice';
import type { Genuine } from './genuine';

/** A delivery that Smile has not signed. */
export interface Forgery {
	body: Buffer;
	headers: CallHeaders;
}

/** What a forger may have: genuine deliveries that were overheard, and anything but the secret. */
export interface Loot {
	dice: Dice;
	/** Overheard just now. */
	genuine: Genuine;
	/** Overheard before, another event. */
	earlier: Genuine;
	/** For forgeries that come near it without being it. */
	secret: string;
}

export type Forge = (loot: Loot) => Forgery;
