import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { ALL_EVENTS } from '../events/allEvents';
import { textList } from './textList';

export type OutputForm = 'event' | 'simplified' | 'records';

/** The trigger's parameters, ready to use. */
export interface TriggerParameters {
	/** Either `ALL_EVENTS` alone or every single type, sorted; empty when nothing was chosen. */
	eventTypes: string[];
	includePayload: boolean;
	ignoreDuplicates: boolean;
	output: OutputForm;
	providers: string[];
	userIds: string[];
	smileIpOnly: boolean;
	webhookName: string;
}

interface RawOptions {
	includePayload?: boolean;
	ignoreDuplicates?: boolean;
	otherEventTypes?: string;
	output?: OutputForm;
	providers?: string;
	userIds?: string;
	smileIpOnly?: boolean;
	webhookName?: string;
}

/** Reads the trigger's parameters with the defaults that n8n's editor shows for unset options. */
export function triggerParameters(context: IHookFunctions | IWebhookFunctions): TriggerParameters {
	const options = context.getNodeParameter('options', {}) as RawOptions;
	const types = [
		...textList(context.getNodeParameter('events', [])),
		...textList(options.otherEventTypes),
	];
	return {
		// Smile does not say what ALL_EVENTS beside other types means, so it is asked for alone.
		eventTypes: types.includes(ALL_EVENTS) ? [ALL_EVENTS] : [...new Set(types)].sort(),
		includePayload: options.includePayload ?? false,
		ignoreDuplicates: options.ignoreDuplicates ?? true,
		output: options.output ?? 'event',
		providers: textList(options.providers),
		userIds: textList(options.userIds),
		smileIpOnly: options.smileIpOnly ?? false,
		webhookName: (options.webhookName ?? '').trim(),
	};
}
