import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { isJsonObject } from '../../shared/jsonObject';
import { eventInput, type EventInput } from '../../events/eventInput';

/** The event in the field Event. Throws when it holds none. */
export function chosenEvent(context: IExecuteFunctions, itemIndex: number): EventInput {
	const given: unknown = context.getNodeParameter('event', itemIndex);
	const event = eventInput(given);
	if (!event && isJsonObject(given) && given.incomplete === true) {
		throw new NodeOperationError(
			context.getNode(),
			'This item is no event: it says what Get Missed could not read',
			{
				itemIndex,
				description:
					'Keep it away from this node, with a Filter on "incomplete", and tell a person of it.',
			},
		);
	}
	if (!event) {
		throw new NodeOperationError(context.getNode(), 'The field Event holds no Smile event', {
			itemIndex,
			description:
				'Give it an item of a Smile Trigger: {{ $json }} right after it, or {{ $("Smile Trigger").item.json }} further on.',
		});
	}
	return event;
}
