import { NodeHelpers, type INodeParameters, type INodeTypeDescription } from 'n8n-workflow';

import { smileNode } from '../support/contexts/packageClasses';
import { smileTool } from '../support/contexts/smileTool';
import { fieldsOf, list, on, run, smileWithFiles } from '../support/downloadRuns';
import { byId } from '../support/picked';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { Worlds } from '../support/world';

const worlds = new Worlds();
let smile: SimulatedSmile;

beforeEach(async () => {
	smile = await smileWithFiles(worlds);
});
afterEach(async () => await worlds.closeAll());

const exported = (): INodeParameters => ({
	resource: 'account',
	operation: 'export',
	accountId: byId(smile.data.all('accounts')[0].id),
});
describe('as a tool of an agent', () => {
	it.each(['document', 'archive'])('nothing of a %s is downloaded', async (resource) => {
		const items = await run(smile, list(resource), { nodeType: await smileTool() });

		expect(items.flatMap(fieldsOf)).toEqual([]);
		expect(smile.files.requests).toEqual([]);
	});

	it('an export is made and not downloaded', async () => {
		const [item] = await run(smile, exported(), { nodeType: await smileTool() });

		expect(item.json).toHaveProperty('downloadUrl');
		expect(smile.files.requests).toEqual([]);
	});

	it.each(['document', 'archive'])('downloads of a %s are not offered', async (resource) => {
		const { description } = await smileNode();
		const keptFor = (type: INodeTypeDescription) =>
			NodeHelpers.getNodeParameters(type.properties, list(resource), true, false, null, type);

		expect(keptFor(description)).toMatchObject(on());
		expect(keptFor((await smileTool()).description)).not.toHaveProperty('options.downloadFiles');
	});
});
