import { triggerOf } from '../../../nodes/Smile/activation/trigger';
import { MemorySmile } from '../../support/memorySmile';
import { address, hooksOf, type HookOptions } from '../../support/triggerHooks';

const triggerIn = (given: Partial<HookOptions> = {}) =>
	triggerOf(hooksOf({ smile: new MemorySmile(), ...given }).context);

describe('a trigger', () => {
	it('is known by its workflow, node and webhook id, at the address that n8n has for it now', () => {
		expect(triggerIn()).toEqual({
			workflowId: 'wf-1',
			id: 'wf-1/node-1/id-1',
			address,
			name: '"Smile Trigger" of workflow wf-1',
		});
	});

	it('has its address as Smile asks for it, with https in small letters', () => {
		const shouted = 'HTTPS://n8n.example.test/webhook/HTTPS://1';

		expect(triggerIn({ address: shouted }).address).toBe(
			'https://n8n.example.test/webhook/HTTPS://1',
		);
		expect(triggerIn({ address: 'HTTP://localhost/1' }).address).toBe('HTTP://localhost/1');
	});

	it('of a workflow that was not saved has no address, and belongs to none', () => {
		expect(triggerIn({ workflow: { id: undefined }, address: undefined })).toEqual({
			workflowId: '',
			id: '/node-1/id-1',
			address: '',
			name: '"Smile Trigger" of workflow ',
		});
	});
});
