import { alteredBodies } from './alteredBodies';
import { Dice } from './dice';
import type { Forge, Forgery } from './forgery';
import { genuineDelivery, type Genuine } from './genuine';
import { headerGames } from './headerGames';
import { hostileBodies } from './hostileBodies';
import { wrongSignatures } from './wrongSignatures';

const ways: Array<[kind: string, forge: Forge]> = [
	alteredBodies,
	wrongSignatures,
	headerGames,
	hostileBodies,
].flatMap((group) => Object.entries(group));

/** Every kind of forgery, for reports. */
export const forgeryKinds = ways.map(([kind]) => kind);

/** Makes forged deliveries without end, each kind in its turn; the seed repeats them. */
export class Forger {
	private readonly dice: Dice;

	private made = 0;

	private earlier: Genuine;

	constructor(
		private readonly secret: string,
		seed: number,
	) {
		this.dice = new Dice(seed);
		this.earlier = this.genuine();
	}

	/** An event that Smile has signed. */
	genuine(): Genuine {
		return genuineDelivery(this.dice, this.secret);
	}

	next(): Forgery & { kind: string } {
		const [kind, forge] = ways[this.made++ % ways.length];
		const { dice, secret, earlier } = this;
		const genuine = this.genuine();
		this.earlier = genuine;
		return { kind, ...forge({ dice, genuine, earlier, secret }) };
	}
}
