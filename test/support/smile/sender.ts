import type { ApiSwitches } from './apiSwitches';
import { deliverTo, type DeliveryLine, type DeliveryTarget } from './deliver';
import type { Deliverable, DeliverOptions, Delivered, Emitted, SendOptions } from './delivery';
import { bytesOf, resolveEvent, typeOf, withoutOptional, withoutPayload } from './eventBytes';
import type { StoredWebhook, WebhookStore } from './webhookStore';

/** Sends events to webhooks of the store, or to any address. */
export class Sender {
	constructor(
		private readonly webhooks: WebhookStore,
		private readonly line: DeliveryLine,
		private readonly switches: () => ApiSwitches,
	) {}

	async deliver(event: Deliverable, options: DeliverOptions = {}): Promise<Delivered> {
		const body = bytesOf(resolveEvent(event, options.overrides));
		return await deliverTo(this.targetOf(options), body, options, this.line);
	}

	async emit(event: Deliverable, options: SendOptions = {}): Promise<Emitted[]> {
		const { sparseEvents, emptyPayload } = this.switches();
		const whole = resolveEvent(event, options.overrides);
		const resolved = sparseEvents ? withoutOptional(whole) : whole;
		const receivers = this.receiversOf(typeOf(resolved));
		return await Promise.all(
			receivers.map(async (webhook) => {
				const body = bytesOf(
					webhook.includePayload ? resolved : withoutPayload(resolved, emptyPayload),
				);
				const unsigned = webhook.secret === '' ? { signature: null } : {};
				const sent = await deliverTo(webhook, body, { ...unsigned, ...options }, this.line);
				return { webhook, ...sent };
			}),
		);
	}

	private receiversOf(type: string | undefined): StoredWebhook[] {
		if (type === undefined) throw new Error('Only an event with a type can be emitted');
		return this.webhooks.askingFor(type);
	}

	private targetOf({ to, secret }: DeliverOptions): DeliveryTarget {
		if (typeof to === 'object') return { url: to.url, secret: secret ?? to.secret };
		if (to === undefined) {
			const only = this.onlyActive();
			return { url: only.url, secret: secret ?? only.secret };
		}
		const known = secret ?? this.webhooks.withUrl(to).at(-1)?.secret;
		if (known === undefined) {
			throw new Error('No webhook has this address: say which secret signs the delivery');
		}
		return { url: to, secret: known };
	}

	private onlyActive(): StoredWebhook {
		const active = this.webhooks.all.filter((webhook) => webhook.active);
		const [only] = active;
		if (!only || active.length > 1) {
			throw new Error(`Say where to deliver: there are ${active.length} active webhooks`);
		}
		return only;
	}
}
