import { isJsonObject, type JsonObject } from '../../nodes/Smile/shared/jsonObject';
import type { SmileClient } from './client';
import { described, isSuccess } from './describe';
import { markedLists, type Leftover, type Made, type MadeIn } from './made';
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
	for (const thing of made.deletable) {
		const why = await remove(client, thing.list, thing.id);
		if (why !== undefined) left.push(leftover(thing.list, thing.id, why));
	}
	for (const list of markedLists.filter((name) => made.lists.includes(name))) {
		const known = new Set(left.map(({ id }) => id));
		left.push(...(await sweep(client, list, mark, known)));
	}
	return [...made.leftovers, ...left];
}

async function sweep(
	client: SmileClient,
	list: MadeIn,
	mark: string,
	known: ReadonlySet<string>,
): Promise<Leftover[]> {
	try {
		const found = (await walk(client, `/${list}`, 100)).filter(
			(entry) => isOurs(entry, mark) && !known.has(String(entry.id)),
		);
		const left: Leftover[] = [];
		for (const { id } of found) {
			const why = await remove(client, list, String(id));
			if (why !== undefined) left.push(leftover(list, String(id), why));
		}
		return left;
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

/** Says why a thing is still there; undefined where it is gone. */
async function remove(client: SmileClient, list: MadeIn, id: string): Promise<string | undefined> {
	let why = '';
	for (let count = 0; count < 3; count += 1) {
		try {
			const answer = await client.ask(`/${list}/${encodeURIComponent(id)}`, { method: 'DELETE' });
			if (isSuccess(answer) || answer.code === 'MISSING_RESOURCE') return undefined;
			why = `its deletion was answered ${described(answer)}`;
		} catch (error) {
			why = (error as Error).message;
		}
	}
	return why;
}

function leftover(list: MadeIn, id: string, why: string): Leftover {
	return { kind: list.replace(/s$/, ''), id, why, isExpected: false };
}
