import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { SmileResource } from '../../nodes/Smile/actions/resource';
import { runAction } from './contexts/runAction';
import type { Kind } from './smile/data/kinds';
import type { SimulatedSmile } from './smile/simulatedSmile';
import type { Worlds } from './world';

export const kindOf = ({ path }: SmileResource) => path.slice(1) as Kind;
export const jsonOf = (items: INodeExecutionData[]) => items.map(({ json }) => json);

export async function peopleAt(worlds: Worlds, count: number): Promise<SimulatedSmile> {
	const smile = await worlds.startSmile();
	smile.data.people(count, { account: 'connected' });
	return smile;
}

export async function read(smile: SimulatedSmile, resource: string, fields: INodeParameters = {}) {
	return await runAction({ smile, parameters: { resource, operation: 'getAll', ...fields } });
}
