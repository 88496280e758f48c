import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runAction } from '../support/contexts/runAction';
import { tellEvents, type ToldEvent } from '../support/smile/data/toldEvents';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';

const worlds = new Worlds();
let smile: SimulatedSmile;
let told: Map<string, ToldEvent>;

beforeAll(async () => {
	smile = await worlds.startSmile();
	told = tellEvents(smile, new Date('2026-03-04T08:00:00Z'));
});
afterAll(async () => await worlds.closeAll());

async function run(parameters: INodeParameters, json: IDataObject = {}): Promise<IDataObject[]> {
	const items = await runAction({ smile, parameters, items: [{ json }] });
	return items.map((item) => item.json);
}

const eventOf = (type: string, data?: IDataObject): IDataObject => {
	const one = told.get(type) as ToldEvent;
	return {
		id: `et-${type}`,
		type,
		createdAt: '2026-03-04T05:06:07Z',
		data: data ?? one.data,
	} as IDataObject;
};
const getData = (fields: INodeParameters = {}): INodeParameters => ({
	resource: 'event',
	operation: 'getData',
	...fields,
});
const idOf = ({ record }: IDataObject) => (record as IDataObject | null)?.id;

describe('the option Simplify of Get Data', () => {
	it('is off unless somebody asks for it', async () => {
		const event = eventOf('TASK_FINISHED');

		expect(await run(getData(), event)).toEqual(await run(getData({ simplify: false }), event));
		expect(
			(await run(getData(), event)).some(({ record }) => 'metadata' in (record as object)),
		).toBe(true);
	});

	it.each([
		['incomes', 'income', 'netAmount'],
		['employments', 'employment', 'jobTitle'],
		['identity', 'identity', 'dateOfBirth'],
		['insight', 'insight', 'currentTenure'],
		['liabilities', 'liability', 'sourceId'],
		['documents', 'document', 'name'],
	])('gives %s the form that they have under %s', async (datapoint, resource, field) => {
		const event = eventOf('TASK_FINISHED');

		const found = (await run(getData({ simplify: true }), event)).filter(
			(one) => one.datapoint === datapoint,
		);

		const all = await run({ resource, operation: 'getAll', returnAll: true, simplify: true });
		expect(found.length).toBeGreaterThan(0);
		expect(found.map(({ record }) => record)).toEqual(
			found.map((one) => all.find(({ id }) => id === idOf(one))),
		);
		expect(found[0].record).toHaveProperty(field);
	});

	it('leaves what has no such form, and every other field, as it is', async () => {
		const event = eventOf('ACCOUNT_CONNECTED');

		const whole = await run(getData(), event);
		const simple = await run(getData({ simplify: true }), event);

		const without = (items: IDataObject[]) => items.map((one) => ({ ...one, record: idOf(one) }));
		expect(without(simple)).toEqual(without(whole));
		expect(simple[0]).toEqual(whole[0]);
		expect(simple).not.toEqual(whole);
	});

	it('leaves the note about data that is gone', async () => {
		const event = eventOf('INCOMES_ADDED', { userId: 'u-1', accountId: 'a-gone', count: 2 });

		const [item] = await run(getData({ simplify: true }), event);

		expect(item).toMatchObject({ datapoint: 'incomes', record: null, gone: true });
	});

	it('takes true and false only', async () => {
		const parameters = getData({ simplify: '={{ "perhaps" }}' });

		const error = await thrownBy(run(parameters, eventOf('INCOMES_ADDED')));

		expect(error.message).toContain('The field Simplify holds neither true nor false');
	});
});

describe('a simplified payslip', () => {
	it.each(['get', 'getAll'])('has the combined score of its matches: %s', async (operation) => {
		const [{ id: archiveId }] = smile.data.all('archives');
		const parameters = { resource: 'payslip', operation, archiveId };

		const [whole] = await run({ ...parameters, simplify: false });
		const [simple] = await run(parameters);

		const { matchResult } = whole as { matchResult: IDataObject };
		const score = matchResult.employeeNameAndIdentificationNumberMatchScore;
		expect(simple.matchScore).toEqual(expect.any(Number));
		expect(simple).toMatchObject({ archiveId: expect.any(String) as string, matchScore: score });
	});
});
