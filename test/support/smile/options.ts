import type { Announced } from './announcer';
import type { Emitted } from './delivery';
import type { SmileRoutes } from './routes';
import type { SmileSwitches } from './switches';

/** How the simulation answers a wrong key; Smile's own choice is not documented. */
export type WrongKeyAnswer = 'INVALID_CREDENTIALS' | 'INVALID_TOKEN' | 'UNAUTHORIZED_ACCESS';

export interface SmileKeys {
	apiKey: string;
	apiSecret: string;
}

export interface SmileOptions extends Partial<SmileKeys> {
	/** TCP port on 127.0.0.1; 0, the default, takes a free one. */
	port?: number;
	/** PEM key and certificate; with them the simulation speaks HTTPS. */
	tls?: { key: string; cert: string };
	environment?: 'sandbox' | 'production';
	wrongKeyAnswer?: WrongKeyAnswer;
	/** Requests a second over all endpoints, 20 as at Smile; false switches the limit off. */
	rateLimit?: number | false;
	/** Event types that a webhook may ask for beside the documented ones. */
	extraEventTypes?: string[];
	/** Answers leave out the secret of a webhook; may also be changed at `webhooks`. */
	withoutSecretEcho?: boolean;
	/** Refuses a second webhook for an address; Smile does not say whether it does. May also be changed at `webhooks`. */
	onePerAddress?: boolean;
	/** A further key pair that works, as after the key was changed in Smile's portal. */
	secondKeys?: SmileKeys;
	/** What differs from the defaults; may also be changed at `switches`. */
	switches?: Partial<SmileSwitches>;
	/** Is told how the deliveries of an event ended that something done through the API caused. */
	onAnnounced?: (event: Announced, deliveries: Emitted[]) => void;
	/** Routes beside those of webhooks, mounted below /v1. */
	routes?: SmileRoutes[];
}

/** Invented key pairs, one for each environment; either is refused by the other environment. */
export const sampleKeys = {
	sandbox: { apiKey: 'dummy-sandbox-key', apiSecret: 'dummy-sandbox-secret' },
	production: { apiKey: 'dummy-production-key', apiSecret: 'dummy-production-secret' },
} satisfies Record<string, SmileKeys>;
