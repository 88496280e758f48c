import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { isJsonObject } from '../shared/jsonObject';
import { messageOf } from '../shared/messageOf';
import type { Read } from '../shared/read';

/** What a person added under Options, by name; what is not there was not added. */
export type AddedOptions = ReadonlyMap<string, Read<unknown>>;

const UNREADABLE = { ok: false, problem: 'could not be read' } as const;

/**
 * Reads a trigger's collection of options. n8n gives all or throws, as for a faulty expression: then each is read by
 * itself, so that one does not cost the others. A problem for the whole when nobody can say what was added.
 */
export function addedOptions(context: IHookFunctions | IWebhookFunctions): Read<AddedOptions> {
	let options: unknown;
	try {
		options = context.getNodeParameter('options', {});
	} catch (error) {
		context.logger.debug('Not all options of a Smile Trigger could be read at once', {
			reason: messageOf(error),
		});
		return oneByOne(context);
	}
	if (!isJsonObject(options)) return UNREADABLE;
	const added = Object.entries(options).map(([name, value]): [string, Read<unknown>] => [
		name,
		{ ok: true, value },
	]);
	return { ok: true, value: new Map(added) };
}

function oneByOne(context: IHookFunctions | IWebhookFunctions): Read<AddedOptions> {
	const { options } = context.getNode().parameters;
	if (!isJsonObject(options)) return UNREADABLE;
	const added = Object.keys(options).map((name): [string, Read<unknown>] => [
		name,
		parameter(context, `options.${name}`),
	]);
	return { ok: true, value: new Map(added) };
}

/** One parameter. n8n throws where its expression is faulty or may not see what it asks for. */
export function parameter(
	context: IHookFunctions | IWebhookFunctions,
	name: string,
): Read<unknown> {
	try {
		return { ok: true, value: context.getNodeParameter(name) };
	} catch (error) {
		context.logger.debug(`The parameter ${name} of a Smile Trigger could not be read`, {
			reason: messageOf(error),
		});
		return UNREADABLE;
	}
}
