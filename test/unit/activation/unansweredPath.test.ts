import { warnOfUnansweredPath } from '../../../nodes/Smile/activation/unansweredPath';
import { MemorySmile } from '../../support/memorySmile';
import { hooksOf } from '../../support/triggerHooks';

function linesFor(name: string, webhookId?: string) {
	const smile = new MemorySmile();
	warnOfUnansweredPath(hooksOf({ smile, node: { name, webhookId } }).context);
	return smile.lines;
}

describe('an address that n8n makes of a node’s name', () => {
	it.each(['Smile Trigger', '収入', 'smile/trigger'])('is warned of for "%s"', (name) => {
		expect(linesFor(name)).toEqual([
			{
				level: 'warn',
				message: `No event will reach "${name}": its workflow was imported without an id for the webhook, and n8n does not find an address made of a name with spaces or special characters. Add the trigger anew in the editor, or name it SmileTrigger, then publish again`,
				metadata: { workflowId: 'wf-1' },
			},
		]);
	});

	it.each([
		['SmileTrigger', undefined],
		['Smile Trigger', 'id-1'],
	])('is not warned of for "%s" with the webhook id %s', (name, webhookId) => {
		expect(linesFor(name, webhookId)).toEqual([]);
	});
});
