import type { Happened } from '../support/smile/data/diary';
import type { Life } from '../support/smile/data/life';
import { openLink, waitingForLink } from './people/applicants';
import { isTestRun } from './deliveries/outcome';
import { people } from './people/people';
import type { Played, Players } from './players';
import {
	changedOnTheWay,
	sentAgain,
	signed,
	withoutSignature,
	type Scene,
} from './deliveries/scenes';
import { tell } from './people/told';

/** Every so many turns something forged or repeated comes. */
const unusualEvery = 4;

/** So many events that nobody asks for are passed over in one turn; more than one of every type. */
const mostPassedOver = 200;

/** What happens after the script, one delivery after the other and without end. */
export class EndlessLife {
	private readonly coming: Generator<Happened, never>;

	/** Of people who have just opened a link. */
	private readonly first: Happened[] = [];

	private turn = 0;

	private last?: Scene;

	private incomes?: Scene;

	constructor(
		private readonly players: Pick<Players, 'smile'> & { events: Pick<Played, 'url'> },
		residents: Life[],
	) {
		this.coming = people(players.smile, residents);
	}

	/** Whether somebody waits in the editor for an event, or has just opened a link. */
	get isAwaited(): boolean {
		return this.first.length > 0 || this.isListenedTo;
	}

	/** The users whose people open their links now; what Smile tells of them comes next. */
	openLinks(): string[] {
		const { smile } = this.players;
		const users = waitingForLink(smile);
		for (const userId of users) this.first.push(...openLink(smile, userId).happened);
		return users;
	}

	/** The next delivery that a webhook asks for; undefined when none does. */
	next(): Scene | undefined {
		this.turn += 1;
		const unusual = this.turn % unusualEvery === 0 && !this.isAwaited ? this.unusual() : undefined;
		return unusual ?? this.usual();
	}

	private get isListenedTo(): boolean {
		return this.players.smile.webhooks.all.some((webhook) => webhook.active && isTestRun(webhook));
	}

	private usual(): Scene | undefined {
		const { smile } = this.players;
		for (let passed = 0; passed < mostPassedOver; passed += 1) {
			const happened = this.first.shift() ?? this.coming.next().value;
			if (smile.webhooks.askingFor(happened.type).length === 0) continue;
			this.last = signed(tell(smile, happened));
			if (happened.type === 'INCOMES_ADDED') this.incomes = this.last;
			return this.last;
		}
		return undefined;
	}

	/** A forgery for the demo's own workflow, or the last event once more. */
	private unusual(): Scene | undefined {
		const { smile, events } = this.players;
		const { last, incomes, turn } = this;
		if (!last) return undefined;
		const isPublished = smile.webhooks.withUrl(events.url).length > 0;
		switch ((turn / unusualEvery) % 3) {
			case 1:
				return incomes && isPublished ? changedOnTheWay(incomes, events.url) : undefined;
			case 2:
				return smile.webhooks.askingFor(last.type).length > 0 ? sentAgain(last) : undefined;
			default:
				return isPublished ? withoutSignature(last, events.url) : undefined;
		}
	}
}
