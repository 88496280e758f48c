import type { NodeHint } from 'n8n-workflow';

import { ALL_EVENTS } from './events/allEvents';
import { catalogue, type EventCategory } from './events/catalogue';
import { typesWithOptionalPayload, typesWithPayload } from './events/payloadTypes';

/** Categories whose events name no provider. */
const WITHOUT_PROVIDERS: readonly EventCategory[] = [
	'Users',
	'Archives',
	'Invites',
	'Verifications',
	'Records',
];

const typesWithoutProviders = Object.entries(catalogue)
	.filter(([, { category }]) => WITHOUT_PROVIDERS.includes(category))
	.map(([type]) => type);

/** As expressions of n8n, which sees the parameters as the editor has them. */
const output = '$parameter.options?.output === "records"';
const asksForPayload = '$parameter.options?.includePayload === true';
const hasProviders = '($parameter.options?.providers ?? []).length > 0';
const hasAny = (types: readonly string[]) =>
	`${JSON.stringify(types)}.some((type) => ($parameter.events ?? []).includes(type))`;
const hasSome = '($parameter.events ?? []).length > 0';

const hint = (condition: string, message: string): NodeHint => ({
	type: 'warning',
	message,
	displayCondition: `={{ ${condition} }}`,
	whenToDisplay: 'always',
	location: 'outputPane',
});

/** Contradictions between the trigger's parameters that cost no error, but will not give what was meant. */
export const triggerHints: NodeHint[] = [
	hint(
		`${hasSome} && ${output} && !${hasAny([ALL_EVENTS, ...typesWithPayload])} && !(${asksForPayload} && ${hasAny(typesWithOptionalPayload)})`,
		'The output Records gives no records here: none of the chosen events carries data. Choose Task Finished and add the option Include Payload, or read the data with Event > Get Data of the Smile node.',
	),
	hint(
		`${hasSome} && ${asksForPayload} && !${hasAny([ALL_EVENTS, ...typesWithOptionalPayload])}`,
		'Include Payload has no effect here: it acts on Task Finished and Account Sync Task Finished, and neither is chosen.',
	),
	hint(
		`${hasProviders} && ${hasAny(typesWithoutProviders)}`,
		'Some of the chosen events name no provider, so they never pass the option Providers: those about users, archives, invites, verifications and records.',
	),
];
