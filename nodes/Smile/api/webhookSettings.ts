import type { SmileWebhook } from './schemas';
import type { NewWebhook } from './webhooks';

/** What a webhook does: all of it but its name, which is only shown, and its secret. */
export type WebhookSettings = Omit<NewWebhook, 'name' | 'secret'>;

/** The settings of a webhook at Smile. A switch that Smile does not show is as a webhook made without it. */
export function settingsOf({
	url,
	eventTypes,
	active,
	includePayload,
}: SmileWebhook): WebhookSettings {
	return { url, eventTypes, active: active ?? true, includePayload: includePayload ?? false };
}

/** Whether a webhook at Smile does what is wanted, in whatever order its event types are. */
export function hasSettings(hook: SmileWebhook, wanted: WebhookSettings): boolean {
	const { url, eventTypes, active, includePayload } = settingsOf(hook);
	return (
		url === wanted.url &&
		active === wanted.active &&
		includePayload === wanted.includePayload &&
		isSameSet(eventTypes, wanted.eventTypes)
	);
}

/** For sorting: the oldest first, those of the same moment by id. */
export function byAge(one: SmileWebhook, other: SmileWebhook): number {
	return ageOf(one) < ageOf(other) ? -1 : 1;
}

function ageOf({ createdAt, id }: SmileWebhook): string {
	return `${createdAt ?? ''} ${id}`;
}

function isSameSet(left: readonly string[], right: readonly string[]): boolean {
	const [one, other] = [new Set(left), new Set(right)];
	return one.size === other.size && [...one].every((value) => other.has(value));
}
