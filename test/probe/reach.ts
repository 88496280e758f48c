import type { Receiver } from './receiver';
import type { ProbeSettings } from './settings';

/** Calls an address; whatever answers is right. */
export type Visit = (address: string) => Promise<unknown>;

/** A warning where the public address does not lead to the receiver; undefined where it does. */
export async function unreachable(
	{ receiverUrl, receiverPort }: ProbeSettings,
	receiver: Receiver,
	mark: string,
	visit: Visit,
): Promise<string | undefined> {
	const name = 'visit';
	await visit(`${receiverUrl}/${mark}/${name}`).catch(() => undefined);
	if (receiver.take(name)) return undefined;
	return `SMILE_RECEIVER_URL does not seem to lead to port ${receiverPort} of 127.0.0.1: a call of it from here did not arrive. What is asked about deliveries may get no answer.`;
}
