import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { runAction } from './contexts/runAction';
import type { SimulatedSmile } from './smile/simulatedSmile';
import { type ToldEvent } from './smile/data/toldEvents';

export const getData = (fields: INodeParameters = {}): INodeParameters => ({
	resource: 'event',
	operation: 'getData',
	...fields,
});
export const jsonOf = (items: INodeExecutionData[]) => items.map(({ json }) => json);

/** What Get Data gives for one event. */
export async function dataOf(
	smile: SimulatedSmile,
	event: IDataObject,
	fields: INodeParameters = {},
): Promise<IDataObject[]> {
	return jsonOf(await runAction({ smile, items: [{ json: event }], parameters: getData(fields) }));
}

export const eventOf = ({ type, createdAt = '2026-03-04T05:06:07Z', data }: ToldEvent) => ({
	id: `et-${type}`,
	version: 1,
	type,
	createdAt,
	data: data as IDataObject,
});
