import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { runAction, type ActionOptions } from './contexts/runAction';
import { byId } from './picked';
import type { SimulatedSmile } from './smile/simulatedSmile';
import { thrownBy } from './thrownBy';
import type { Worlds } from './world';

export const MB = 1024 * 1024;

/** A simulated Smile with a person who has a linked account, with documents, and an analyzed archive. */
export async function smileWithFiles(worlds: Worlds): Promise<SimulatedSmile> {
	const smile = await worlds.startSmile();
	smile.data.live(new Date('2026-01-05T08:00:00Z'), { account: 'connected', archive: 'analyzed' });
	return smile;
}

/** The options of an operation that downloads. */
export const on = (more: INodeParameters = {}) => ({ options: { downloadFiles: true, ...more } });

export const get = (
	resource: string,
	id: string,
	fields: INodeParameters = on(),
): INodeParameters => ({
	resource,
	operation: 'get',
	[`${resource}Id`]: byId(id),
	...fields,
});

export const list = (resource: string, fields: INodeParameters = on()): INodeParameters => ({
	resource,
	operation: 'getAll',
	...fields,
});

/** The fields of an item that hold files. */
export const fieldsOf = ({ binary = {} }: INodeExecutionData) => Object.keys(binary);

export async function run(
	smile: SimulatedSmile,
	parameters: INodeParameters,
	more: Partial<ActionOptions> = {},
): Promise<INodeExecutionData[]> {
	return await runAction({ smile, parameters, ...more });
}

/** What a run throws. */
export const failureOf = async (...given: Parameters<typeof run>) => await thrownBy(run(...given));

/** The id of a document with this file. */
export function documentWith(smile: SimulatedSmile, fileUrl: unknown): string {
	const [{ id }] = smile.data.all('documents');
	smile.data.change('documents', id, { fileUrl });
	return id;
}

/** A file of so many bytes at the simulated host of files. */
export const shelved = (smile: SimulatedSmile, size = 300_000, path = '/tala-halimbawa.pdf') =>
	smile.files.shelf.invent(path, size);
