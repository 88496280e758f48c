import { NodeHelpers, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { smileNode } from '../support/contexts/packageClasses';
import { smileTool } from '../support/contexts/smileTool';
import { runAction } from '../support/contexts/runAction';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';
import { secretsOf, smileWith, webhook } from '../support/webhookRuns';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

describe('the option Include Secret', () => {
	const shown = async (smile: SimulatedSmile, includeSecret: string, nodeType?: INodeType) =>
		await runAction({
			smile,
			nodeType,
			parameters: webhook('getAll', { options: { includeSecret } }),
		});

	it('shows secrets for the word true', async () => {
		const smile = await smileWith(worlds, 2);

		expect(secretsOf(await shown(smile, '={{ "True" }}'))).toHaveLength(2);
	});

	it('shows none for the word false', async () => {
		const smile = await smileWith(worlds, 2);

		expect(secretsOf(await shown(smile, '={{ "false" }}'))).toEqual([]);
	});

	it.each(['={{ "no" }}', '={{ 0 }}', '={{ undefined }}', ''])(
		'stops the item where it is %j',
		async (value) => {
			const smile = await smileWith(worlds, 2);

			const error = await thrownBy(shown(smile, value));

			expect(error.message).toMatch(/^The field Include Secret holds /);
			expect(smile.journal.entries).toEqual([]);
		},
	);

	it('shows none to an agent, whatever it holds', async () => {
		const smile = await smileWith(worlds, 2);
		expect(secretsOf(await shown(smile, 'true', await smileTool()))).toEqual([]);
	});

	it('is not offered to an agent', async () => {
		const { description } = await smileNode();
		const { description: tool } = await smileTool();
		const parameters = webhook('getAll', { options: { includeSecret: true } });
		const keptFor = (type: INodeTypeDescription) =>
			NodeHelpers.getNodeParameters(type.properties, parameters, true, false, null, type);

		expect(keptFor(description)).toMatchObject({ options: { includeSecret: true } });
		expect(keptFor(tool)).not.toHaveProperty('options.includeSecret');
	});
});
