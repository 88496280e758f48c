import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { SmileClient } from '../../api/client';
import { isMissing } from '../../api/failure';
import { readList, readOne } from '../../api/read';
import type { Result } from '../../api/result';
import { wholePayload } from '../../api/wholePayload';
import type { Operation } from '../operation';
import { optionsOf } from '../parameters/field';
import { readFlag } from '../parameters/flag';
import { locator, readId } from '../parameters/locator';
import type { Extra, SmileResource, Verb } from '../resource';
import { formOf, simplifyProperties } from '../parameters/simplify';

/** Reads one record of a resource by its id. */
export const get: Verb = (value, resource): Operation => {
	const noun = resource.name.toLowerCase();
	const picked = locator(value, resource);
	return {
		option: {
			name: 'Get',
			value: 'get',
			action: `Get ${noun}`,
			description: `Read one ${noun}`,
		},
		properties: [picked, ...simplifyProperties(resource), ...extraProperties(resource)],
		async run(context, itemIndex, orThrow, smile) {
			const id = readId(context, itemIndex, picked);
			const path = `${resource.path}/${encodeURIComponent(id)}`;
			const form = formOf(context, itemIndex, resource);
			const extra = wantedExtra(context, itemIndex, resource);

			const record = orThrow(await readOne(smile, path), `get the ${noun} ${id}`);
			const shown = form(record);
			if (!extra) return [shown];
			const more = await readExtra(smile, path, extra);
			const doing = `get the ${extra.field} of the ${noun} ${id}`;
			return [{ ...shown, [extra.field]: orThrow(more, doing) }];
		},
	};
};

function extraProperties({ extra }: SmileResource): INodeProperties[] {
	if (!extra) return [];
	const { option: name, displayName, description } = extra;
	return [
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [{ displayName, name, type: 'boolean', default: false, description }],
		},
	];
}

function wantedExtra(
	context: IExecuteFunctions,
	itemIndex: number,
	{ extra }: SmileResource,
): Extra | undefined {
	if (!extra) return undefined;
	const { option: name, displayName } = extra;
	const { field } = optionsOf(context, itemIndex);
	return readFlag(field({ name, displayName }), false) ? extra : undefined;
}

async function readExtra(
	smile: SmileClient,
	recordPath: string,
	{ path, isList }: Extra,
): Promise<Result<IDataObject | IDataObject[] | null>> {
	if (isList) return await readList(smile, `${recordPath}${path}`);
	const found = await readOne(smile, `${recordPath}${path}`);
	const [, resource, id] = recordPath.split('/').map(decodeURIComponent);
	if (found.ok && resource === 'accounts') return await wholePayload(smile, found.value, id);
	// The record itself was just there: it is the data of a revoked account that Smile has deleted.
	return !found.ok && isMissing(found.failure) ? { ok: true, value: null } : found;
}
