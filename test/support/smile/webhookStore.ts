import { randomBytes } from 'node:crypto';
import { SmileRefusal, type ErrorCode } from './envelope';
import { allEvents } from './eventTypes';

export interface NewWebhook {
	name: string;
	url: string;
	eventTypes: string[];
	active: boolean;
	/** Empty where it has none: its deliveries are not signed. */
	secret: string;
	includePayload: boolean;
}

export interface StoredWebhook extends NewWebhook {
	/** 32 hex digits. */
	id: string;
	createdAt: string;
	updatedAt: string;
	/** Grows with every webhook; the place in a list. */
	position: number;
}

/** A date-time as Smile writes it: UTC, whole seconds. */
export function smileTime(date = new Date()): string {
	return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** The webhooks that the simulated Smile holds, in order of creation; URLs may repeat. */
export class WebhookStore {
	/** Every creation is refused with this code, whatever it asks for. */
	refusesAll?: ErrorCode;

	/** Hosts at which no webhook is allowed any more. */
	readonly closedHosts = new Set<string>();

	/** How many webhooks a tenant may have. */
	most = Infinity;

	/** What a creation at the address of another gives: one beside it, that one as it is, or that one changed. */
	secondAtAddress: 'beside' | 'existing' | 'changed' = 'beside';

	private readonly stored: StoredWebhook[] = [];

	private created = 0;

	constructor(
		/** Answers of the API leave out the secret while this is true. */
		public withoutSecretEcho = false,
		/** A second webhook for an address is refused while this is true. */
		public onePerAddress = false,
		private readonly now: () => Date = () => new Date(),
	) {}

	/** Every stored webhook with its secret, oldest first. */
	get all(): readonly StoredWebhook[] {
		return [...this.stored];
	}

	get(id: string): StoredWebhook | undefined {
		return this.stored.find((webhook) => webhook.id === id);
	}

	withUrl(url: string): StoredWebhook[] {
		return this.stored.filter((webhook) => webhook.url === url);
	}

	/** The active webhooks that get events of a type. */
	askingFor(type: string): StoredWebhook[] {
		return this.stored.filter(
			({ active, eventTypes }) =>
				active && (eventTypes.includes(allEvents) || eventTypes.includes(type)),
		);
	}

	/** Why none may be made at an address, however its other fields are. */
	refusalAt(url: string): SmileRefusal | undefined {
		const refuse = (message: string, code: ErrorCode = 'INVALID_PARAMETERS') =>
			new SmileRefusal(code, message);
		if (this.refusesAll) return refuse('No webhook is made', this.refusesAll);
		if (this.closedHosts.has(new URL(url).host))
			return refuse('url has a host that is not allowed');
		if (this.stored.length >= this.most) return refuse('There are too many webhooks');
		const isTaken = this.onePerAddress && this.withUrl(url).length > 0;
		return isTaken ? refuse('url is in use') : undefined;
	}

	/** What a creation gives that is not refused. */
	create(fields: NewWebhook): StoredWebhook {
		const [existing] = this.withUrl(fields.url);
		if (!existing || this.secondAtAddress === 'beside') return this.add(fields);
		return this.secondAtAddress === 'existing' ? existing : Object.assign(existing, fields);
	}

	/** Stores a webhook without any check, as if it had been made elsewhere. */
	add(fields: Partial<NewWebhook> = {}): StoredWebhook {
		const now = smileTime(this.now());
		const webhook = {
			name: 'Made elsewhere',
			url: 'https://elsewhere.example/hook',
			eventTypes: ['ALL_EVENTS'],
			active: true,
			secret: 'dummy secret of somebody else',
			includePayload: false,
			...fields,
			id: randomBytes(16).toString('hex'),
			createdAt: now,
			updatedAt: now,
			position: (this.created += 1),
		};
		this.stored.push(webhook);
		return webhook;
	}

	/** Forgets the webhook with this id; false when there is none. */
	remove(id: string): boolean {
		const index = this.stored.findIndex((webhook) => webhook.id === id);
		if (index >= 0) this.stored.splice(index, 1);
		return index >= 0;
	}

	clear(): void {
		this.stored.length = 0;
	}

	/** The webhook as the API shows it. */
	shown(webhook: StoredWebhook): Omit<StoredWebhook, 'position' | 'secret'> & { secret?: string } {
		const { id, name, url, eventTypes, active, includePayload, createdAt, updatedAt } = webhook;
		const echo = this.withoutSecretEcho || webhook.secret === '' ? {} : { secret: webhook.secret };
		return { id, name, url, eventTypes, active, ...echo, includePayload, createdAt, updatedAt };
	}
}
