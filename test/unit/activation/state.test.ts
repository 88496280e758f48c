import type { IDataObject } from 'n8n-workflow';

import {
	isOfWorkflow,
	ownsAddress,
	readState,
	writeState,
} from '../../../nodes/Smile/activation/state';
import { MemorySmile } from '../../support/memorySmile';
import { address, hooksOf } from '../../support/triggerHooks';

const trigger = { workflowId: 'wf-1', id: 'wf-1/node-1', address, name: 'Smile Trigger' };
const state = {
	webhookId: 'w-1',
	webhookUrl: address,
	workflowId: 'wf-1',
	environment: 'Sandbox',
	secretHash: 'dummy-hash',
};

/** A trigger for which n8n has stored this, and whether that is to be stored anew. */
function storing(node: IDataObject) {
	const hooks = hooksOf({ smile: new MemorySmile(), stored: { node } });
	return { ...hooks, isChanged: () => hooks.node.__dataChanged };
}

describe('the state of a trigger', () => {
	it('is what it wrote, and nothing that is no text', () => {
		expect(readState(storing({ ...state, foreign: 'field' }).context)).toEqual(state);
		expect(readState(storing({ webhookId: 7, webhookUrl: null, secretHash: '' }).context)).toEqual({
			secretHash: '',
		});
	});

	it('replaces the one before, but for what is not its own', () => {
		const { context, node } = storing({ ...state, foreign: 'field' });

		writeState(context, { webhookId: 'w-2', workflowId: 'wf-1' });

		expect(node).toEqual({ webhookId: 'w-2', workflowId: 'wf-1', foreign: 'field' });
		expect(Object.keys(node).sort()).toEqual(['foreign', 'webhookId', 'workflowId']);
	});

	it('that is the same gives n8n nothing to store', () => {
		const [none, same, other] = [storing({}), storing(state), storing(state)];

		writeState(none.context, {});
		writeState(same.context, state);
		writeState(other.context, { ...state, secretHash: 'dummy-other' });

		expect([none, same, other].map(({ isChanged }) => isChanged())).toEqual([false, false, true]);
	});
});

describe('the address of a trigger is the workflow’s', () => {
	it('where the state was written for both', () => {
		expect(ownsAddress(state, trigger)).toBe(true);
	});

	it.each([
		['nothing', {}],
		['another address', { ...state, webhookUrl: `${address}/` }],
		['no address', { ...state, webhookUrl: undefined }],
		['another workflow', { ...state, workflowId: 'wf-2' }],
		['no workflow', { ...state, workflowId: undefined }],
	])('no more where %s is stored', (_what, stored) => {
		expect(ownsAddress(stored, trigger)).toBe(false);
	});

	it('never before the workflow was saved', () => {
		const unsaved = { ...trigger, workflowId: '' };

		expect(isOfWorkflow({ ...state, workflowId: '' }, unsaved)).toBe(false);
		expect(isOfWorkflow(state, trigger)).toBe(true);
	});
});
