import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { withoutExcess } from '../events/allEvents';
import { addedOptions, parameter, type AddedOptions } from './addedOptions';
import { filterTitles, type Filter, type Filters } from './filters';
import { flag } from '../shared/flag';
import type { Read } from '../shared/read';
import { filledList, readList } from '../shared/textList';
import { textOf } from '../shared/textOf';

const outputForms = ['event', 'simplified', 'records'] as const;
export type OutputForm = (typeof outputForms)[number];

/** The trigger's parameters, ready to use. */
export interface TriggerParameters extends Filters {
	/** Either `ALL_EVENTS` alone or every single type, in the order chosen; empty when nothing was chosen. */
	eventTypes: string[];
	includePayload: boolean;
	ignoreDuplicates: boolean;
	output: OutputForm;
	/** Only a test run looks at it. */
	sampleInTests: boolean;
	smileIpOnly: boolean;
	webhookName: string;
}

/** The same, each by itself: a problem names the field, as in "User IDs holds nothing". */
export type TriggerFields = {
	[Name in keyof TriggerParameters]: Read<TriggerParameters[Name]>;
};

/** The parameters of a trigger that is published, or the sentence that tells a person what to set first. */
export function triggerParameters(
	context: IHookFunctions | IWebhookFunctions,
): Read<TriggerParameters> {
	const fields = triggerFields(context);
	const problem = Object.values(fields).find((field) => !field.ok);
	if (problem && !problem.ok) {
		return {
			ok: false,
			problem: `${problem.problem}. Fill it in, or remove it where it is an option, then try again`,
		};
	}
	const values = Object.entries(fields).map(([name, field]) => [name, field.ok && field.value]);
	return { ok: true, value: Object.fromEntries(values) as TriggerParameters };
}

/** Every parameter of the trigger, with the defaults that n8n's editor shows for options that were not added. */
export function triggerFields(context: IHookFunctions | IWebhookFunctions): TriggerFields {
	const added = addedOptions(context);
	const events = parameter(context, 'events');
	const option = <Value>(
		name: string,
		title: string,
		unset: Value,
		read: (value: unknown) => Read<Value>,
	): Read<Value> => {
		if (!added.ok) return titled('Options', added);
		return titled(title, optionIn(added.value, name, unset, read));
	};
	const filter = (name: Filter) =>
		option<string[] | undefined>(name, filterTitles[name], undefined, filledList);
	const otherTypes = option('otherEventTypes', 'Other Event Types', [], typesIn);
	return {
		eventTypes: eventTypesOf(titled('Trigger On', then(events, readList)), otherTypes),
		includePayload: option('includePayload', 'Include Payload', false, switched),
		ignoreDuplicates: option('ignoreDuplicates', 'Ignore Duplicates', true, switched),
		output: option<OutputForm>('output', 'Output', 'event', outputForm),
		providers: filter('providers'),
		userIds: filter('userIds'),
		datapoints: filter('datapoints'),
		statuses: filter('statuses'),
		sourceTypes: filter('sourceTypes'),
		sampleInTests: option('sampleInTests', 'Sample Event in Test Runs', false, switched),
		smileIpOnly: option('smileIpOnly', 'Only From Smile Address', false, switched),
		webhookName: option('webhookName', 'Webhook Name', '', trimmed),
	};
}

function optionIn<Value>(
	added: AddedOptions,
	name: string,
	unset: Value,
	read: (value: unknown) => Read<Value>,
): Read<Value> {
	const value = added.get(name);
	return value ? then(value, read) : { ok: true, value: unset };
}

function eventTypesOf(chosen: Read<string[]>, typed: Read<string[]>): Read<string[]> {
	if (!chosen.ok) return chosen;
	if (!typed.ok) return typed;
	return { ok: true, value: withoutExcess([...chosen.value, ...typed.value]) };
}

/** Empty text is a field left empty; an expression without a value would silently take types away. */
function typesIn(value: unknown): Read<string[]> {
	return value === '' ? { ok: true, value: [] } : filledList(value);
}

function switched(value: unknown): Read<boolean> {
	const is = flag(value);
	return is === undefined
		? { ok: false, problem: 'is neither true nor false' }
		: { ok: true, value: is };
}

function outputForm(value: unknown): Read<OutputForm> {
	const form = outputForms.find((one) => one === value);
	return form
		? { ok: true, value: form }
		: { ok: false, problem: `is none of ${outputForms.join(', ')}` };
}

function trimmed(value: unknown): Read<string> {
	const text = textOf(value);
	return text.ok ? { ok: true, value: text.value.trim() } : text;
}

function then<Value>(given: Read<unknown>, read: (value: unknown) => Read<Value>): Read<Value> {
	return given.ok ? read(given.value) : given;
}

function titled<Value>(title: string, field: Read<Value>): Read<Value> {
	return field.ok ? field : { ok: false, problem: `${title} ${field.problem}` };
}
