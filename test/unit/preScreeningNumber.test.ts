import { Workflow, type INodeTypes } from 'n8n-workflow';

import { workflowFiles } from '../support/journeys/workflowFiles';

const [{ nodes }] = workflowFiles().filter(({ file }) => file === 'pre-screening.json');
const workflow = new Workflow({
	nodes,
	connections: {},
	active: false,
	nodeTypes: { getByNameAndVersion: () => undefined } as unknown as INodeTypes,
});

/** What n8n makes of an expression of a node for an item. */
function valueAt(name: string, expression: string, json: { [name: string]: string }) {
	const items = [{ json }];
	return workflow.expression.getParameterValue(expression, null, 0, 0, name, items, 'manual', {});
}

/** The number that is kept and asked about, and whether it is one. */
function read(typed: string) {
	const expressions = JSON.stringify(nodes);
	const [, number] = /"name":"phone","type":"string","value":("(?:[^"\\]|\\.)*")/.exec(
		expressions,
	) as unknown as [string, string];
	const [, condition] = /"id":"is-it-a-number","leftValue":("(?:[^"\\]|\\.)*")/.exec(
		expressions,
	) as unknown as [string, string];
	const phone = String(valueAt('Read the Number', JSON.parse(number) as string, { Phone: typed }));
	const isOne = valueAt('Is It a Number?', JSON.parse(condition) as string, { phone });
	return { phone, isOne };
}

describe('the number that somebody types into the form of pre-screening', () => {
	it.each([
		...['+63 955 123 4567', '63 955 123 4567', '0063 955 123 4567', '(+63) 955 123 4567'],
		...['+63 (955) 123-4567', '( 00 63 ) 955.123.4567', '+63\u2011955\u2013123\u22124567'],
	])('is kept in one form, so that it is asked about once: %s', (typed) => {
		expect(read(typed)).toEqual({ phone: '639551234567', isOne: true });
	});

	it.each([
		...['+44 (0)20 7946 0958', '+44 ( 0 ) 20 7946 0958', '+1 555 0100+2', '++63 955 123 4567'],
		...['+63 0955 123 4567', '0955 123 4567', '+44 020 7946 0958', '+', '(+)', '63 955 123 4567/8'],
		...['+0063 955 123 4567', '+1 555 0100 (+2)', ''],
	])('is not made that of somebody else: %s', (typed) => {
		expect(read(typed).isOne).toBe(false);
	});
});
