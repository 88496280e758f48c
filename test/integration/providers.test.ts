import { loadOptions } from '../support/contexts/runAction';
import { smileTriggerNode } from '../support/contexts/packageClasses';
import { linkable } from '../support/smile/data/providers';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const open = async (smile: SimulatedSmile) =>
	await loadOptions('loadProviders', { smile, nodeType: await smileTriggerNode() });

describe("the list of the trigger's option Providers", () => {
	it('is the method that the option names', async () => {
		const { description, methods } = await smileTriggerNode();
		const options = description.properties.flatMap(({ options: own = [] }) => own);
		const providers = options.find(({ name }) => name === 'providers');

		expect(providers).toMatchObject({
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'loadProviders' },
		});
		expect(methods?.loadOptions).toHaveProperty('loadProviders');
	});

	it('has each provider with its name and its id, by name', async () => {
		const smile = await worlds.startSmile();
		const [{ id, name }] = linkable;

		const options = await open(smile);

		expect(options).toContainEqual({ name: `${String(name)} (${String(id)})`, value: id });
		const names = options.map((option) => option.name);
		expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other)));
	});

	it('has those of all pages', async () => {
		const smile = await worlds.startSmile();
		for (let index = 0; index < 400; index += 1) {
			smile.data.add('providers', { id: `added_${index}`, name: `Added ${index}` });
		}

		const options = await open(smile);

		expect(options.filter(({ value }) => String(value).startsWith('added_'))).toHaveLength(400);
		expect(smile.journal.entries.length).toBeGreaterThan(2);
	});

	it('shows a provider without a name by its id, and leaves out what has none', async () => {
		const smile = await worlds.startSmile();
		smile.data.add('providers', { id: 'nameless' });
		smile.data.add('providers', { id: '', name: 'Without Id' });

		const options = await open(smile);

		expect(options).toContainEqual({ name: 'nameless', value: 'nameless' });
		expect(options.filter(({ name }) => name.includes('Without Id'))).toEqual([]);
	});

	it('says so where Smile refuses the key', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'status', status: 401 });

		const error = await thrownBy(open(smile));

		expect(error.message).toContain('Could not read the providers: Smile refused the API key');
	});
});
