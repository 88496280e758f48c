import type { SmileRouter } from './routeTable';
import type { SmileSwitches } from './switches';
import type { WebhookStore } from './webhookStore';

/** What routes may use of the simulation. */
export interface SmileContext {
	webhooks: WebhookStore;
	/** Every event type that a webhook may ask for, ALL_EVENTS among them. */
	eventTypes: ReadonlySet<string>;
	switches: SmileSwitches;
}

/**
 * Adds routes below /v1. Handlers return the answer of `success` or throw a SmileRefusal; keys,
 * rate limit, faults and journal are dealt with before and after them.
 */
export type SmileRoutes = (server: SmileRouter, context: SmileContext) => void;
