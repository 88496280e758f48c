import { triggerKey } from '../../../nodes/Smile/shared/triggerKey';

const node = { id: 'node-1', name: 'Smile Trigger', webhookId: 'id-1' };

describe('the key of a trigger', () => {
	it('stays when the node is renamed', () => {
		expect(triggerKey(node)).toBe('node-1/id-1');
		expect(triggerKey({ ...node, name: 'Renamed' })).toBe('node-1/id-1');
	});

	it('is another one for another node with the same id, and for one with another id', () => {
		expect(triggerKey({ ...node, webhookId: 'id-2' })).toBe('node-1/id-2');
		expect(triggerKey({ ...node, id: 'node-2' })).toBe('node-2/id-1');
	});

	it('goes by the name where n8n makes the address of that', () => {
		expect(triggerKey({ ...node, webhookId: undefined })).toBe('node-1/Smile Trigger');
	});
});
