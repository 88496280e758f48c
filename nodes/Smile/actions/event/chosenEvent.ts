import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { eventInput, type EventInput } from '../../events/eventInput';

/** The event in the field Event. Throws when it holds none. */
export function chosenEvent(context: IExecuteFunctions, itemIndex: number): EventInput {
	const event = eventInput(context.getNodeParameter('event', itemIndex));
	if (!event) {
		throw new NodeOperationError(context.getNode(), 'The field Event holds no Smile event', {
			itemIndex,
			description:
				'Give it an item of a Smile Trigger: {{ $json }} right after it, or {{ $("Smile Trigger").item.json }} further on.',
		});
	}
	return event;
}
