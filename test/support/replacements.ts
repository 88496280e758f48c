import type { Look } from '../../nodes/Smile/activation/choose';
import { createOrReplace } from '../../nodes/Smile/activation/createOrReplace';
import type { SmileWebhook } from '../../nodes/Smile/api/schemas';
import { MemorySmile, refused, type Interference } from './memorySmile';
import type { NewWebhook } from './smile/webhookStore';

/** The address of the trigger that is registered. */
export const url = 'https://n8n.example.test/webhook/1/webhook';
/** What it wants there. */
export const wanted = {
	name: 'n8n: Payroll',
	url,
	eventTypes: ['USER_CREATED'],
	active: true,
	includePayload: true,
	secret: 'dummy-new',
};
/** What is there. */
export const old = {
	name: 'Before',
	url,
	eventTypes: ['ALL_EVENTS'],
	active: false,
	includePayload: false,
	secret: 'dummy-old',
};

/** A request that is answered as ever. */
export const passes = () => undefined;
/** How creations are answered where Smile allows one for an address: the wanted, the try beside it, that elsewhere. */
export const forAddress: Interference[] = [refused, refused, passes];
/** The requests that this takes, which leave nothing behind. */
export const ASKED = 4;

/** A Smile with such webhooks at the address, which the registration has seen. */
export function setUp(...fields: Array<Partial<NewWebhook>>) {
	const smile = new MemorySmile();
	const letGo = new Set<string>();
	const look: Look = { wanted, state: {}, leaving: new Set(), letGo };
	const present = fields.map((one) => smile.webhooks.shown(smile.webhooks.add(one)));
	return {
		smile,
		letGo,
		ids: present.map(({ id }) => id),
		run: async (seen: SmileWebhook[] = present) =>
			await createOrReplace(smile.client(), { present: seen, look }),
	};
}
