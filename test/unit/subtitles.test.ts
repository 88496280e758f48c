import type { INodeParameters, INodeType } from 'n8n-workflow';

import { resources } from '../../nodes/Smile/actions/resources';
import { catalogue } from '../../nodes/Smile/events/catalogue';
import { Smile } from '../../nodes/Smile/Smile.node';
import { SmileTrigger } from '../../nodes/Smile/SmileTrigger.node';
import { createWorkflow } from '../support/contexts/workflow';

/** What the editor shows below the node: it evaluates the subtitle as this does (n8n 2.41, useNodeHelpers). */
function subtitleOf(nodeType: INodeType, parameters: INodeParameters): unknown {
	const { workflow, node } = createWorkflow({ nodeType, parameters });
	const { subtitle } = nodeType.description;
	return workflow.expression.getSimpleParameterValue(node, subtitle, 'internal', {});
}

describe('the subtitle of the Smile node', () => {
	it('says every operation and resource in words', () => {
		for (const [resource, { name, operations }] of Object.entries(resources)) {
			for (const { option } of operations) {
				const shown = subtitleOf(new Smile(), { resource, operation: option.value });

				expect(shown).toBe(`${option.name}: ${name}`);
			}
		}
	});

	it.each([
		[{ resource: 'event', operation: 'getData' }, 'Get Data: Event'],
		[{ resource: 'webhook', operation: '__CUSTOM_API_CALL__' }, 'Custom API Call: Webhook'],
		[{ resource: 'archive', operation: 'shred' }, 'shred: Archive'],
	])('of %j is: %s', (parameters, words) => {
		expect(subtitleOf(new Smile(), parameters)).toBe(words);
	});
});

describe('the subtitle of the trigger', () => {
	it('says every event in words', () => {
		for (const [type, { title }] of Object.entries(catalogue)) {
			expect(subtitleOf(new SmileTrigger(), { events: [type] })).toBe(title);
		}
	});

	it.each([
		[['INCOMES_ADDED', 'TASK_FINISHED'], 'Incomes Added +1'],
		[['ALL_EVENTS'], 'All Events'],
		[['TASK_FINISHED', 'INCOMES_ADDED', 'LINK_ADDED'], 'Task Finished +2'],
		[['SCORE_ADDED'], 'SCORE_ADDED'],
		['INCOMES_ADDED, TASK_FINISHED', 'Incomes Added +1'],
		[[], ''],
	])('of %j is: %s', (events, words) => {
		expect(subtitleOf(new SmileTrigger(), { events })).toBe(words);
	});
});
