import { catalogue } from '../../../nodes/Smile/events/catalogue';
import type { SmileEventType } from '../../../nodes/Smile/events/event';
import { sampleEvent } from '../../../nodes/Smile/events/sample';
import type { CallHeaders } from '../keepAliveClient';
import { signatureOf } from '../smile/signature';
import type { Dice } from './dice';

const events = (Object.keys(catalogue) as SmileEventType[]).map((type) => sampleEvent(type));

/** An event as Smile would deliver it, with an id of its own. */
export interface Genuine {
	id: string;
	body: Buffer;
	signature: string;
}

export function genuineDelivery(dice: Dice, secret: string): Genuine {
	const id = `et-${dice.bytes(16).toString('hex')}`;
	const text = JSON.stringify({ ...dice.pick(events), id, note: 'Niño 李 😀' });
	// Smile's samples write whole amounts so; whoever serialises the body again changes it.
	const body = Buffer.from(`${text.slice(0, -1)},"amount":1375.0}`);
	return { id, body, signature: signatureOf(body, secret) };
}

export function headersWith(signature?: string | string[]): CallHeaders {
	const json = { 'content-type': 'application/json' };
	return signature === undefined ? json : { ...json, 'smile-signature': signature };
}
