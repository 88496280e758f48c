import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { GetSmileApi } from '../../credentials/GetSmileApi.credentials';
import { toItems } from '../../nodes/Smile/delivery/toItems';
import { Smile } from '../../nodes/Smile/Smile.node';
import { SmileTrigger } from '../../nodes/Smile/SmileTrigger.node';
import { variables } from '../probe/settings';
import * as links from '../support/links';
import * as pages from '../support/pages';

const readme = pages.textOf('README.md');
const triggerPage = pages.textOf('docs/trigger.md');
const nodePage = pages.textOf('docs/smile-node.md');
const operationsPage = pages.textOf('docs/actions.md');
/** Where a reader looks for the fields of each. */
const pageOf = {
	'Smile Trigger': triggerPage,
	Smile: nodePage + operationsPage,
	credential: readme,
};
const properties = {
	'Smile Trigger': new SmileTrigger().description.properties,
	Smile: new Smile().description.properties,
	credential: new GetSmileApi().properties,
};

/** The labels a person sees in the editor, without notices, down into collections. */
function labelsOf(fields: INodeProperties[]): string[] {
	return fields.flatMap((field) => [
		...(field.type === 'notice' ? [] : [field.displayName]),
		...(field.type === 'collection' ? labelsOf((field.options ?? []) as INodeProperties[]) : []),
	]);
}

/** The names of the operations of a resource. */
function operationsOf(resource: INodePropertyOptions['value']): string[] {
	const lists = properties.Smile.filter(
		({ name, displayOptions }) =>
			name === 'operation' && displayOptions?.show?.resource?.includes(resource),
	);
	return choicesOf(lists, 'operation');
}

function choicesOf(fields: INodeProperties[], name: string): string[] {
	return fields
		.filter((field) => field.name === name)
		.flatMap(({ options = [] }) => options.map((option) => String(option.name)));
}

describe('the documentation', () => {
	it.each(Object.keys(pageOf) as Array<keyof typeof pageOf>)(
		'names every field of the %s on its own page',
		(owner) => {
			const missing = labelsOf(properties[owner]).filter((label) => !isBold(label, pageOf[owner]));

			expect(missing).toEqual([]);
		},
	);

	it('gives every operation a heading, and leads there from what tells of events and webhooks', () => {
		const headings = properties.Smile.filter(({ name }) => name === 'resource')
			.flatMap(({ options = [] }) => options as INodePropertyOptions[])
			.flatMap(({ name, value }) => operationsOf(value).map((one) => `${name}: ${one}`));

		expect(headings.length).toBeGreaterThan(90);
		expect(headings.filter((heading) => !operationsPage.includes(`### ${heading}\n`))).toEqual([]);
		const told = headings.filter((heading) => /^(Event|Webhook): /.test(heading));
		expect(told).not.toEqual([]);
		expect(
			told.filter(
				(heading) => !nodePage.includes(`](actions.md#${links.anchorsOf(`# ${heading}`)[0]})`),
			),
		).toEqual([]);
	});

	it('names every form of output and every environment', () => {
		const options = properties['Smile Trigger'].flatMap((field) =>
			field.type === 'collection' ? ((field.options ?? []) as INodeProperties[]) : [],
		);
		const outputs = choicesOf(options, 'output');
		expect(outputs.filter((name) => !isBold(name, triggerPage))).toEqual([]);
		const environments = choicesOf(properties.credential, 'environment');
		expect(environments.filter((name) => !readme.includes(name))).toEqual([]);
	});

	it.each(['simplified', 'records'] as const)(
		'shows the %s output that its own event leads to',
		(form) => {
			const items = toItems(pages.example(triggerPage, 'event') as never, form).map(
				({ json }) => json,
			);

			expect([pages.example(triggerPage, form)].flat()).toEqual(items);
		},
	);

	it('shows a workflow whose parameters the trigger has', () => {
		const { nodes } = pages.workflowIn(readme);
		const trigger = nodes.find(({ type }) => type === 'n8n-nodes-smile.smileTrigger');

		const known = properties['Smile Trigger'];
		const options = known.find(({ name }) => name === 'options')?.options ?? [];
		expect(known.map(({ name }) => name)).toEqual(
			expect.arrayContaining(Object.keys(trigger?.parameters ?? {})),
		);
		expect(options.map(({ name }) => name)).toEqual(
			expect.arrayContaining(Object.keys(trigger?.parameters.options ?? {})),
		);
		expect([new SmileTrigger().description.version].flat()).toContain(trigger?.typeVersion);
	});

	it('shows a workflow that needs no filter to let only incomes pass', () => {
		const { nodes } = pages.workflowIn(readme);
		const parameters = nodes[0].parameters as { options: { datapoints: string[] } };
		const { datapoints } = parameters.options;

		const sent = { ...(pages.example(triggerPage, 'event') as { data: object }) };
		const event = {
			...sent,
			data: {
				...sent.data,
				payload: { identity: { id: 'i-1' }, incomes: { items: [{ id: 'inc-1' }] } },
			},
		};
		expect(nodes.map(({ type }) => type)).toEqual([
			'n8n-nodes-smile.smileTrigger',
			'n8n-nodes-base.noOp',
		]);
		expect(
			toItems(event as never, 'records', datapoints).map(({ json }) => json.datapoint),
		).toEqual(['incomes']);
	});

	it('names all servers that the nodes contact: Smile, where Send Test posts to, and n8n itself', () => {
		const calls = /helpers\s*\.(?:httpRequest|httpRequestWithAuthentication|request)\b/;

		expect(pages.shippedFilesWith(calls)).toEqual([
			'api/client.ts',
			'api/credentialTest.ts',
			'api/fetchFile.ts',
			'api/postEvent.ts',
		]);
		expect(readme).toContain('The only other servers that the nodes contact are those');
		expect(readme).toContain('and n8n itself with **Sample Event in Test Runs**');
	});

	it('names every variable that the probe reads', () => {
		const page = pages.textOf('docs/fidelity.md');

		expect(Object.keys(variables).filter((name) => !page.includes(name))).toEqual([]);
	});

	it('has headings and log lines for many messages', () => {
		expect(pages.messagesIn(pages.textOf('docs/troubleshooting.md')).length).toBeGreaterThan(15);
	});

	function isBold(name: string, page: string): boolean {
		return page.includes(`**${name}**`);
	}
});

describe('the version of package.json', () => {
	it('has a dated section in the changelog', () => {
		const { version } = pages.packageJson();

		expect(pages.textOf('CHANGELOG.md')).toMatch(
			new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d\\d-\\d\\d$`, 'm'),
		);
	});
});
