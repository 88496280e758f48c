import { isJsonObject, type JsonObject } from '../../nodes/Smile/shared/jsonObject';
import type { SmileClient } from './client';
import { described, isSuccess } from './describe';
import type { Leftover, Made, MadeIn } from './made';
import { walk } from './walk';

/**
 * Deletes what the probe made, then looks for its mark in the lists: an answer may have been lost, or a deletion
 * not have done what it said. Returns what is still there.
 */
export async function clearAway(
	client: SmileClient,
	made: Made,
	mark: string,
): Promise<Leftover[]> {
	const left: Leftover[] = [];
	for (const { list, id } of made.deletable) left.push(...(await remove(client, list, id)));
	for (const list of made.lists) {
		const known = left.map(({ id }) => id);
		left.push(...(await sweep(client, list, mark, known)));
	}
	return [...made.leftovers, ...left];
}

/** Deletes what a list still holds of the run, and says what it holds after that. */
async function sweep(
	client: SmileClient,
	list: MadeIn,
	mark: string,
	known: readonly string[],
): Promise<Leftover[]> {
	const find = async () =>
		(await walk(client, `/${list}`, 100))
			.filter((entry) => isOurs(entry, mark))
			.map(({ id }) => String(id))
			.filter((id) => !known.includes(id));
	try {
		const found = await find();
		const left: Leftover[] = [];
		for (const id of found) left.push(...(await remove(client, list, id)));
		const still = found.length > 0 ? await find() : [];
		const silent = still.filter((id) => left.every((one) => one.id !== id));
		const why = 'Smile said that it is deleted, and still lists it';
		return [...left, ...silent.map((id) => leftover(list, id, why))];
	} catch (error) {
		const why = `nobody knows whether something is left: ${(error as Error).message}`;
		return [leftover(list, 'unknown', why)];
	}
}

/** Whether the run made it, and has not withdrawn it. */
function isOurs(entry: JsonObject, mark: string): boolean {
	const state = isJsonObject(entry.state) ? entry.state.status : undefined;
	return state !== 'REVOKED' && JSON.stringify(entry).includes(mark);
}

/** Empty where a thing is gone; otherwise says why it is not. */
async function remove(client: SmileClient, list: MadeIn, id: string): Promise<Leftover[]> {
	let why = '';
	for (let count = 0; count < 3; count += 1) {
		try {
			const answer = await client.ask(`/${list}/${encodeURIComponent(id)}`, { method: 'DELETE' });
			if (isSuccess(answer) || answer.code === 'MISSING_RESOURCE') return [];
			why = `its deletion was answered ${described(answer)}`;
		} catch (error) {
			why = (error as Error).message;
		}
	}
	return [leftover(list, id, why)];
}

function leftover(list: MadeIn, id: string, why: string): Leftover {
	return { kind: list.replace(/s$/, ''), id, why, isExpected: false };
}
