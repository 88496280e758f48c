import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runAction } from './contexts/runAction';
import type { SimulatedSmile } from './smile/simulatedSmile';
import type { Worlds } from './world';

export const from = new Date('2026-03-04T10:00:00Z');
export const to = new Date('2026-03-04T22:00:00Z');
export const whole = { start: '2026-03-04T10:00:00Z', end: '2026-03-04T22:00:00Z' };

export const missed = (fields: INodeParameters = {}): INodeParameters => ({
	resource: 'event',
	operation: 'getMissed',
	...whole,
	...fields,
});
export const jsonOf = (items: Awaited<ReturnType<typeof runAction>>) =>
	items.map(({ json }) => json);

/** What Get Missed gives. */
export async function eventsOf(
	smile: SimulatedSmile,
	fields: INodeParameters = {},
	json: IDataObject = {},
): Promise<IDataObject[]> {
	return jsonOf(await runAction({ smile, items: [{ json }], parameters: missed(fields) }));
}

/** A person with one account that was linked and read, and nothing else. */
export async function oneAccount(at: Worlds) {
	const smile = await at.startSmile();
	const plan = { people: 1, account: 'connected', archive: 'none', invited: false } as const;
	return { smile, happened: smile.data.happen(from, to, plan) };
}

export async function gapOf(at: Worlds) {
	const smile = await at.startSmile();
	const happened = smile.data.happen(from, to);
	return { smile, happened };
}
