import type { Announcer } from './announcer';
import type { SmileClock } from './clock';
import type { DataStore } from './data/store';
import type { Deliverable, DeliverOptions, Delivered, Emitted, SendOptions } from './delivery';
import type { Faults } from './faults';
import type { FileHost } from './files/fileHost';
import type { Journal } from './journal';
import type { LinkTokens } from './linkTokens';
import type { SmileKeys } from './options';
import type { Outbox } from './outbox';
import type { Progress } from './progress';
import type { Queries } from './queries';
import type { SmileSwitches } from './switches';
import type { WebhookStore } from './webhookStore';

/** A running simulation of Smile's API, as `startSmile` returns it. */
export interface SimulatedSmile extends SmileKeys {
	/** Such as http://127.0.0.1:PORT/v1, without a slash at the end. */
	baseUrl: string;
	environment: 'sandbox' | 'production';
	/** A key pair of the other environment, which is refused here. */
	otherKeys: SmileKeys;
	webhooks: WebhookStore;
	/** Invented people and what Smile knows of them; empty of people at first. */
	data: DataStore;
	/** What Smile's documents leave open; may be changed at any time. */
	switches: SmileSwitches;
	clock: SmileClock;
	journal: Journal;
	faults: Faults;
	/** Where archives, documents and exports are downloaded from. */
	files: FileHost;
	/** Whose the tokens for the widget are. */
	linkTokens: LinkTokens;
	/** The e-mails that invites sent. */
	outbox: Outbox;
	/** The queries about people. */
	queries: Queries;
	/** Events of what was done through the API. */
	announcer: Announcer;
	/** Queries and analyses that have not ended. */
	progress: Progress;
	/** Sends one delivery and, as Smile does, up to two more tries. */
	deliver(event: Deliverable, options?: DeliverOptions): Promise<Delivered>;
	/**
	 * Delivers to every active webhook that asked for the type. A payload goes only to those with
	 * includePayload, unless the body is given as text or bytes: then it is sent as it is.
	 */
	emit(event: Deliverable, options?: SendOptions): Promise<Emitted[]>;
	/** Deliveries to that public origin go to the local one. */
	mapHost(publicOrigin: string, localOrigin: string): void;
	/** Ends every connection and delivery at once. */
	close(): Promise<void>;
}
