import type { INodeProperties } from 'n8n-workflow';

import { resources } from '../../../nodes/Smile/actions/resources';
import { Smile } from '../../../nodes/Smile/Smile.node';
import { income } from '../../../nodes/Smile/events/records';
import { createWorkflow } from '../../support/contexts/workflow';
import { outputPreviews } from '../../support/outputPreviews';

const DAY_MS = 24 * 60 * 60_000;

function fieldsOf(resource: string, operation: string): INodeProperties[] {
	const found = resources[resource].operations.find(({ option }) => option.value === operation);
	return found?.properties ?? [];
}

const noticesOf = (resource: string, operation: string) =>
	fieldsOf(resource, operation)
		.filter(({ type }) => type === 'notice')
		.map(({ displayName }) => displayName);

describe('the fields of Get Missed', () => {
	const [notice] = noticesOf('event', 'getMissed');
	const field = (name: string) =>
		fieldsOf('event', 'getMissed').find((one) => one.name === name) as INodeProperties;

	it('begin a day ago', () => {
		const parameters = { resource: 'event', operation: 'getMissed' };
		const { workflow, node } = createWorkflow({ nodeType: new Smile(), parameters });

		const start = workflow.expression.getSimpleParameterValue(
			node,
			node.parameters.start as string,
			'internal',
			{},
		);

		const ago = Date.now() - Date.parse(String(start));
		expect(ago).toBeGreaterThan(DAY_MS - 5_000);
		expect(ago).toBeLessThan(DAY_MS + 60_000);
	});

	it('say in which zone a time is', () => {
		for (const name of ['start', 'end']) {
			expect(field(name).description).toContain('in the zone of the workflow');
		}
	});

	it('are explained in two sentences', () => {
		expect(notice.match(/[^.]+\.(?= |$)/g)).toHaveLength(2);
		expect(notice).toContain('notRecovered');
		expect(notice).toContain('incomplete: true');
	});
});

describe('what is done to a webhook', () => {
	it.each(['delete', 'update'])('by %s tells of those that belong to a workflow', (operation) => {
		const [notice] = noticesOf('webhook', operation);

		expect(notice).toMatch(/published workflow belongs to its Smile Trigger/);
	});
});

describe('the days of filters', () => {
	it.each(['account', 'archive', 'income', 'payslip', 'form'])(
		'of %s say what is known of their zone',
		(value) => {
			const filters = fieldsOf(value, 'getAll').find(({ name }) => name === 'filters');
			const days = (filters?.options ?? [])
				.filter((one): one is INodeProperties => 'type' in one && one.type === 'dateTime')
				.map(({ description }) => description);

			expect(days).toHaveLength(2);
			expect(days.filter((text) => !text?.includes('seems to count in UTC'))).toEqual([]);
		},
	);
});

describe('the output preview of Get Data', () => {
	it('begins with the fields of incomes', () => {
		const { record } = outputPreviews()['v1.0.0/event/getData.json'].properties ?? {};
		const wanted = Object.keys(income().shape);

		expect(Object.keys(record?.properties ?? {}).slice(0, wanted.length)).toEqual(wanted);
	});
});
