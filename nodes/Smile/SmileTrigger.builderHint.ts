import type { IBuilderHint } from 'n8n-workflow';

/** What n8n's assistants are told of the trigger beside its description. */
export const triggerBuilderHint: IBuilderHint = {
	searchHint:
		'Registers its webhook at Smile when the workflow is published, verifies every signature and drops repeated deliveries by itself: add no Webhook node, no signature check and no removal of duplicates. The data of a person is ready with Task Finished (TASK_FINISHED), not with Account Connected. Events name records and rarely hold them: read them with the Smile node, resource event, operation getData. Do not poll Smile.',
	relatedNodes: [
		{
			nodeType: 'n8n-nodes-smile.smile',
			relationHint:
				'Behind the trigger its resource event, operation getData, reads the records that an event names',
		},
	],
};
