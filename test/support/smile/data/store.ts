import { FileShelf } from '../files/fileShelf';
import { smileTime } from '../webhookStore';
import { defaultAnswers } from './answers';
import { contentOf } from './content';
import type { Happened } from './diary';
import { personOf } from './invented';
import { listOfDatapoint } from './kinds';
import { follow } from './invite';
import { live, type Life, type LifePlan } from './life';
import { providers } from './providers';
import { formOf } from './form';
import { Shelves, type SmileRecord } from './shelves';
import { consentTemplate, inviteTemplate } from './templates';
import { socialSecurity, verification } from './requests';

const hour = 3_600_000;

/** First life of `people`: a Monday morning. */
const beginning = Date.parse('2026-01-05T08:00:00Z');

interface UploadedFiles {
	/** What those of no named type are found to be. */
	classifiedAs: string;
	/** What is read from payslips in the place of what they say. */
	misread: Record<string, unknown>;
	/** Scores of payslips other than the ordinary ones; null is one that Smile cannot tell. */
	matchScores: Record<string, number | null>;
}

/** Everything readable at the simulated Smile; all of it invented, the same for the same calls. */
export class DataStore extends Shelves {
	private lives = 0;

	/** How lists and payloads answer where Smile's documents leave it open. */
	readonly answers = defaultAnswers();

	/** What the files that are uploaded hold, where that is not the ordinary. */
	readonly uploads: UploadedFiles = { classifiedAs: 'PAYSLIP', misread: {}, matchScores: {} };

	constructor(
		/** Where the files of its documents and archives are. */
		readonly shelf = new FileShelf(),
	) {
		super();
		for (const provider of providers) this.add('providers', provider);
		this.add('inviteTemplates', inviteTemplate);
		this.add('consentTemplates', consentTemplate);
	}

	/** Adds people whose lives begin an hour apart from 2026-01-05T08:00:00Z and last ten minutes each. */
	people(count: number, plan: LifePlan = {}): Life[] {
		return Array.from({ length: count }, () =>
			this.live(new Date(beginning + this.lives * hour), plan),
		);
	}

	/**
	 * Lets people live within [from, to): users, accounts, tasks, archives, invites and records get their times there.
	 * Returns what Smile would have delivered meanwhile, in order of time. Every kind of outcome occurs from six on.
	 */
	happen(
		from: Date,
		to: Date,
		{ people = 6, ...plan }: LifePlan & { people?: number } = {},
	): Happened[] {
		const span = (to.getTime() - from.getTime()) / people;
		const lives = Array.from({ length: people }, (_none, index) =>
			this.live(new Date(from.getTime() + index * span), {
				minutes: (span / 60_000) * 0.9,
				...plan,
			}),
		);
		return lives
			.flatMap(({ happened }) => happened)
			.sort((one, other) => one.createdAt.localeCompare(other.createdAt));
	}

	/** One person's way from the invitation to the end, step by step from `begin` on. */
	live(begin: Date, plan: LifePlan = {}): Life {
		this.lives += 1;
		return live(this, this.lives, begin, plan);
	}

	/** Adds transactions to an account, of a new person where none is given; cheap enough for 50,000. */
	transactions(count: number, sourceId = this.linked()): string {
		const [{ metadata }] = this.of('identities', sourceId);
		const person = personOf(this.lives);
		for (let index = 0; index < count; index += 1) {
			this.add('transactions', {
				...contentOf('transactions', 1_000 + this.stored, person),
				metadata,
			});
		}
		return sourceId;
	}

	/** Adds a finished verification of an invented name and returns its events. */
	verify(begin: Date): Happened[] {
		return verification(this, begin, personOf((this.lives += 1)));
	}

	/** Adds a finished social security request, the same under alpha and beta, and returns its events. */
	requestRecord(begin: Date): Happened[] {
		return socialSecurity(this, begin, personOf((this.lives += 1)));
	}

	/** Lets a user finish a session on a site, with a form that was filled in; returns the form. */
	completeSession(userId: string, at = new Date()): SmileRecord {
		const session = { userId, channel: 'WinkSite', channelId: 'site-1', status: 'COMPLETED' };
		this.change('users', userId, { session });
		return this.add('alpha/forms', formOf(userId, at));
	}

	/** Lets the person of an invite open its e-mail or pages, or link an account, as its log then says. */
	followInvite(inviteId: string, inviteStatus: string, at = new Date()): void {
		follow(this, inviteId, inviteStatus, at);
	}

	/** Withdraws an account or archive: its records are gone, it stays listed unless said otherwise. */
	revoke(sourceId: string, { at = new Date(), listed = true } = {}): void {
		for (const kind of Object.values(listOfDatapoint)) {
			this.keep(kind, ({ metadata }) => metadata?.sourceId !== sourceId);
		}
		if (!listed) {
			this.keep('accounts', ({ id }) => id !== sourceId);
			this.keep('archives', ({ id }) => id !== sourceId);
		}
		this.shelf.withdraw(sourceId);
		const updatedAt = smileTime(at);
		this.change('accounts', sourceId, {
			connectionStatus: 'DISCONNECTED',
			connection: { status: 'DISCONNECTED', updatedAt },
		});
		this.change('archives', sourceId, { state: { status: 'REVOKED', updatedAt } });
	}

	private linked(): string {
		return this.live(new Date(beginning), { account: 'connected' }).accountId;
	}
}
