import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { SmileClient } from '../../api/client';
import { isMissing } from '../../api/failure';
import { readOwnPayload } from '../../api/ownPayload';
import { readList } from '../../api/read';
import { readRecord } from '../../api/readRecord';
import type { Result } from '../../api/result';
import { wholePayload, wholeSession } from '../../api/wholePayload';
import type { Operation } from '../operation';
import { apiVersionProperties, readPath } from '../parameters/apiVersion';
import { optionsOf } from '../parameters/field';
import { readFlag } from '../parameters/flag';
import { downloadProperties, ofRecords, readDownload } from '../parameters/downloads';
import { locator, readId } from '../parameters/locator';
import { optionsProperty } from '../parameters/optionsProperty';
import type { Extra, SmileResource, Verb } from '../resource';
import { formOf, simplifyProperties } from '../parameters/simplify';
import { withFiles } from './download';

/** Reads one record of a resource by its id. */
export const get: Verb = (value, resource): Operation => {
	const noun = resource.noun ?? resource.name.toLowerCase();
	const picked = locator(value, resource);
	return {
		option: {
			name: 'Get',
			value: 'get',
			action: `Get ${noun}`,
			description: `Read one ${noun}`,
		},
		properties: [
			...apiVersionProperties(resource),
			picked,
			...simplifyProperties(resource),
			...optionsProperty([
				...extraProperties(resource),
				...(resource.files ? downloadProperties(ofRecords) : []),
			]),
		],
		reads: true,
		async run(context, itemIndex, orThrow, smile) {
			const id = readId(context, itemIndex, picked);
			const list = readPath(context, itemIndex, resource);
			const form = formOf(context, itemIndex, resource);
			const extra = wantedExtra(context, itemIndex, resource);
			const field = resource.files ? readDownload(context, itemIndex, ofRecords) : undefined;

			const record = await readRecord(smile, list, id, resource.unwrapped);
			const whole = orThrow(record, `get the ${noun} ${id}`);
			const shown = form(whole);
			if (field !== undefined && resource.files) {
				const basket = { context, itemIndex, smile, field };
				return [await withFiles(basket, shown, resource.files(whole), `of the ${noun} ${id}`)];
			}
			if (!extra) return [shown];
			const more = await readExtra(smile, `${list}/${encodeURIComponent(id)}`, extra);
			const doing = `get the ${extra.field} of the ${noun} ${id}`;
			return [{ ...shown, [extra.field]: orThrow(more, doing) }];
		},
	};
};

function extraProperties({ extra }: SmileResource): INodeProperties[] {
	if (!extra) return [];
	const { option: name, displayName, description } = extra;
	return [{ displayName, name, type: 'boolean', default: false, description }];
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
	const found = await readOwnPayload(smile, `${recordPath}${path}`);
	const [, resource, id] = recordPath.split('/').map(decodeURIComponent);
	if (found.ok && resource === 'accounts') return await wholePayload(smile, found.value, id);
	if (found.ok && resource === 'users') return await wholeSession(smile, found.value);
	// The record itself was just there: it is the data of a revoked account that Smile has deleted.
	return !found.ok && isMissing(found.failure) ? { ok: true, value: null } : found;
}
