import type { NodeParameterValueType } from 'n8n-workflow';

/** What a filter may hold that names nobody. */
export const nothings: NodeParameterValueType[] = [
	'',
	' ',
	',',
	'.',
	'..',
	'\u200b',
	[],
	[''],
	'=',
	'={{ undefined }}',
	'={{ null }}',
	'={{ "" }}',
	'={{ [] }}',
	'={{ [undefined] }}',
	'={{ $vars.nobody }}',
	'={{ (() => { throw new Error("no value") })() }}',
];

/** Expressions at which n8n throws. */
export const faulty = ['={{ foo( }}', '={{ $("Another").item.json.id }}', '={{ $env.HOME }}'];

/** The options that narrow down which events start the workflow. */
export const filters = {
	providers: 'Providers',
	userIds: 'User IDs',
	datapoints: 'Data',
	statuses: 'Statuses',
	sourceTypes: 'Source Types',
};
