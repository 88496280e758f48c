import type { INodeParameters } from 'n8n-workflow';

import { runAction } from './contexts/runAction';
import { byId } from './picked';
import type { SimulatedSmile } from './smile/simulatedSmile';

/** The parameters of an update. */
export const fields = (
	id: string,
	updateFields: object,
	more: INodeParameters = {},
): INodeParameters => ({
	resource: 'webhook',
	operation: 'update',
	webhookId: byId(id),
	updateFields: updateFields as INodeParameters,
	...more,
});

export const update = async (smile: SimulatedSmile, id: string, changes: object) =>
	await runAction({ smile, parameters: fields(id, changes) });

/** The methods of all requests but those that read. */
export const writesAt = ({ journal }: SimulatedSmile) =>
	journal.entries.map(({ method }) => method).filter((method) => method !== 'GET');

/** A webhook none of whose fields is preset. */
export const unlike = {
	name: 'Payroll',
	url: 'https://receiver.example.test/smile',
	eventTypes: ['INCOMES_ADDED', 'USER_CREATED'],
	active: false,
	includePayload: true,
	secret: 'dummy of the receiver',
};
