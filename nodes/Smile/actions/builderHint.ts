import type { IBuilderHint } from 'n8n-workflow';

import { resources } from './resources';

/**
 * What n8n's assistants are told of the Smile node beside its description. Above an operation they see the description
 * of its resource (n8n 2.41, workflow-sdk generate-types), so each operation brings its own here.
 */
export const actionBuilderHint: IBuilderHint = {
	searchHint:
		'Do not poll for new data with it: start the workflow with Smile Trigger. Events name records and rarely hold them: put this node behind the trigger with resource event and operation getData, which reads the records of the incoming event, one item for each. Use operation getMissed only to close a gap after an outage.',
	relatedNodes: [
		{
			nodeType: 'n8n-nodes-smile.smileTrigger',
			relationHint:
				'Starts the workflow when data is there (event TASK_FINISHED); resource event, operation getData, then reads it',
		},
	],
	extraTypeDefContent: Object.entries(resources).flatMap(([resource, { operations }]) =>
		operations.map(({ option }) => ({
			content: `${option.action}: ${option.description}`,
			displayOptions: { show: { resource: [resource], operation: [option.value] } },
		})),
	),
};
