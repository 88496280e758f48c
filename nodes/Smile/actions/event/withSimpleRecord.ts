import type { IDataObject } from 'n8n-workflow';

import { datapointNamed } from '../../events/datapoints';
import { isJsonObject } from '../../shared/jsonObject';
import { simplifiedForm } from '../parameters/simplify';
import type { SmileResource } from '../resource';
import { smileResources } from '../smileResources';

const all: Array<[string, SmileResource]> = Object.entries(smileResources);

/** A result of Get Data with its record in the form that Simplify gives it under its own resource. */
export function withSimpleRecord(result: IDataObject): IDataObject {
	const { datapoint, record } = result;
	const resource = typeof datapoint === 'string' ? resourceOf(datapoint) : undefined;
	if (!resource || !isJsonObject(record)) return result;
	return { ...result, record: simplifiedForm(resource)(record as IDataObject) };
}

/** The resource that lists records of a kind, by the name that events or payloads give the kind. */
function resourceOf(datapoint: string): SmileResource | undefined {
	const path = datapointNamed(datapoint)?.path;
	const [, resource] =
		all.find(
			([value, row]) => row.path === path || value === datapoint || row.plural === datapoint,
		) ?? [];
	return resource;
}
