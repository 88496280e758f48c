import type { INodeParameters } from 'n8n-workflow';

import type { Operation } from '../../nodes/Smile/actions/operation';
import { resources } from '../../nodes/Smile/actions/resources';
import { offered, operations, type SmileOperation } from '../fixtures/operations';
import { runAction } from '../support/contexts/runAction';
import { machine } from '../support/machine';
import { OpenApi } from '../support/openapi';
import { filledSmile, prepare, withFile } from '../support/operations/filledSmile';
import type { JournalEntry } from '../support/smile/journal';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const file = machine.variable('SMILE_OPENAPI');
const openApi = file ? new OpenApi(file) : undefined;
function isRequestOf({ method, path }: SmileOperation) {
	const form = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
	return (request: JournalEntry) => request.method === method && form.test(request.path);
}

function operationWith({ resource, operation }: INodeParameters): Operation {
	const { operations: all } = resources[String(resource)];
	const found = all.find(({ option }) => option.value === operation);
	if (!found) throw new Error(`No operation ${String(operation)}`);
	return found;
}

const rows = offered.map((one) => [one.operationId, one] as const);

describe('the operation of Smile', () => {
	it.each(rows)('%s is made by the node, in a form that Smile takes', async (_id, operation) => {
		const smile = await filledSmile(worlds);
		const ways = await prepare(smile, operation);

		for (const parameters of ways) {
			smile.journal.clear();
			const items = await runAction({ smile, parameters, items: [withFile] });

			const requests = smile.journal.entries;
			expect(requests.some(isRequestOf(operation))).toBe(true);
			// Items of an operation that is said to read run side by side, and are given up after an error.
			const { reads, writes } = operationWith(parameters);
			expect({ reads: reads === true, writes: writes === true }).toEqual({
				reads: requests.every(({ method }) => method === 'GET'),
				writes: requests.some(({ method }) => method !== 'GET'),
			});
			expect(requests.filter(({ status }) => (status ?? 0) >= 300)).toEqual([]);
			expect(requests.filter((one) => !operations.some((any) => isRequestOf(any)(one)))).toEqual(
				[],
			);
			expect(requests.flatMap((one) => openApi?.problemsOf(one) ?? [])).toEqual([]);
			expect(items.length).toBeGreaterThan(0);
			expect(items.every(({ pairedItem }) => pairedItem !== undefined)).toBe(true);
		}
	});

	it('is offered 95 times of 103', () => {
		const own = new Set(
			Object.entries(resources).flatMap(([resource, { operations: all }]) =>
				all.map(({ option }) => `${resource}/${option.value}`),
			),
		);

		expect(operations).toHaveLength(103);
		expect(offered.filter(({ node }) => !own.has(String(node)))).toEqual([]);
		expect(offered).toHaveLength(95);
	});
});
