/* eslint-disable @n8n/community-nodes/no-restricted-imports -- pauses until further tries must have come */
import { setTimeout as pause } from 'node:timers/promises';
import { isJsonObject } from '../../../nodes/Smile/shared/jsonObject';
import { described, isSuccess } from '../describe';
import { postLasting } from '../lasting';
import { scene, Stopped, type Probe } from '../probe';
import type { Seen } from '../question';
import type { Try } from '../receiver';
import { listeners } from './hooks';

/** The only user that the probe itself makes: empty, and the cheapest way to an event. */
export const user = scene(async (probe) => {
	await listeners(probe);
	const { made, receiver, mark } = probe;
	const before = [...receiver.tries];
	const at = receiver.now;
	const body = { externalMetadata: { probe: mark } };
	const answer = await postLasting(probe, 'user', '/users', body);
	const { user: record, token } = answer.data;
	if (!isSuccess(answer) || !isJsonObject(record)) {
		throw new Error(`No user could be made: ${described(answer)}`);
	}
	const id = String(record.id);
	made.noteLasting('user', id);
	if (isJsonObject(token) && token.mode === 'PRODUCTION') {
		throw new Stopped('Smile says that the key is one of production. The probe goes no further');
	}
	return { id, record, at, before };
});

/** The event of the user, where one arrived at a webhook. */
export async function heardOfUser(probe: Probe, name: string): Promise<Try | undefined> {
	const { receiver } = probe;
	await firstEvent(probe);
	const fits = await ofUser(probe);
	return await receiver.waitFor(
		(arrived) => arrived.name === name && fits(arrived),
		shortly(probe),
	);
}

/** The first that is heard of the user at any webhook; undefined where nothing came in time. */
export const firstEvent = scene(async (probe) => {
	const fits = await ofUser(probe);
	const first = await probe.receiver.waitFor(fits, probe.patience.eventMs);
	probe.receiver.isSilent = first === undefined;
	return first;
});

/** Whether an event came; it decides nothing where none ever came. */
export async function cameOrNot(probe: Probe, event: Try | undefined): Promise<Seen> {
	if (event) return { seen: 'It arrived', value: true };
	const isHeard = (await firstEvent(probe)) !== undefined;
	if (!isHeard) return { seen: 'It did not arrive, as nothing did: that decides nothing' };
	return { seen: 'It did not arrive in time', value: false };
}

/** How long an event is awaited: not that long where the first stayed away. */
export function shortly({ receiver, patience }: Probe): number {
	return receiver.isSilent ? patience.eventMs / 10 : patience.eventMs;
}

/** Every try of the user's event, by the name of its webhook, when no more are to be expected. */
export const allTries = scene(async (probe) => {
	const { receiver, patience, stop } = probe;
	const { at } = await user(probe);
	const first = await firstEvent(probe);
	if (!first) throw new Error('No event arrived, so there is nothing to try again');
	const rest = at + patience.retriesMs - receiver.now;
	if (rest > 0) await pause(rest, undefined, { signal: stop });
	const fits = await ofUser(probe);
	return (name: string) => receiver.tries.filter((one) => one.name === name && fits(one));
});

async function ofUser(probe: Probe): Promise<(arrived: Try) => boolean> {
	const { id } = await user(probe);
	return ({ event }) =>
		event.type === 'USER_CREATED' && isJsonObject(event.data) && event.data.userId === id;
}
