import type { IDataObject } from 'n8n-workflow';

import type { DataSource } from '../../events/catalogue';
import { datapointNamed, datapointOf, namedDatapoints } from '../../events/datapoints';
import { entryOf } from '../../events/entryOf';
import type { EventInput } from '../../events/eventInput';
import { FORMS_PATH } from '../../events/payloadGroups';
import type { JsonObject } from '../../shared/jsonObject';
import { fillTemplate } from './fillTemplate';
import { isInRange } from './isInRange';

/** One request for the data of an event. */
export interface Source {
	path: string;
	/** Undefined: the answer is one record, not a list. */
	query?: IDataObject;
	datapoint: string;
	row: DataSource;
	/** Sources for the same data have the same key: when one of them gives something, nothing is missing. */
	key: string;
	/** The id that is asked for, where the event names several of one kind. */
	recordId?: string;
	/** Whether a record that Smile gives belongs to what was asked for. */
	keeps(record: JsonObject): boolean;
}

export interface Sources {
	sources: Source[];
	/** Entries of `data.datapoints` that this release does not know. */
	unknown: string[];
}

const EACH_DATAPOINT = '/{resourceOf(datapoint)}';

/** What to read for an event, by the catalogue; empty for an event that leads to no data. */
export function sourcesOf(event: EventInput): Sources {
	const rows = event.datapoint === undefined ? rowsOf(event) : rowsOfRecord(event, event.datapoint);
	const known = rows.flatMap((row) => (typeof row === 'string' ? [] : row));
	return {
		sources: onceEach(known.flatMap((row) => sourcesIn(row, event.data))),
		unknown: rows.filter((row) => typeof row === 'string'),
	};
}

/** Smile has two names for some kinds of data: INSIGHT beside INSIGHTS leads to one list. */
function onceEach(sources: Source[]): Source[] {
	const requests = new Map<string, Source>();
	for (const source of sources) {
		const request = JSON.stringify([source.path, source.query]);
		if (!requests.has(request)) requests.set(request, source);
	}
	return [...requests.values()];
}

function rowsOf({ type, data }: EventInput): Array<DataSource | string> {
	const rows = (entryOf(type)?.fetch ?? []).filter(
		({ sourceType }) => sourceType === undefined || sourceType === data.sourceType,
	);
	const named = textsIn(namedDatapoints(data));
	return rows.flatMap((row) =>
		row.path === EACH_DATAPOINT ? named.map((one) => listOf(one, row)) : [row],
	);
}

/** An item of the output Records stands for all data of its kind from its source. */
function rowsOfRecord({ type, data }: EventInput, datapoint: string): DataSource[] {
	const known = datapointNamed(datapoint);
	if (known) return [{ path: known.path, query: { sourceId: '{data.sourceId}' }, datapoint }];
	if (datapoint === 'forms') {
		return [{ path: FORMS_PATH, query: { userId: '{data.userId}' }, datapoint }];
	}
	return rowsOf({ id: null, type, data }).filter((row) => typeof row !== 'string');
}

function listOf(value: string, row: DataSource): DataSource | string {
	const known = datapointOf(value);
	return known ? { ...row, path: known.path, datapoint: known.name } : value;
}

function sourcesIn(row: DataSource, data: JsonObject): Source[] {
	const query: IDataObject = {};
	for (const [name, template = ''] of Object.entries(row.query ?? {})) {
		// Without its filter the list would hold the data of everybody.
		const [value] = fillTemplate(template, data);
		if (value === undefined) return [];
		query[name] = value;
	}
	const isOneOfMany = row.path.includes('[]');
	return fillTemplate(row.path, data, encodeURIComponent).map((path) => ({
		path,
		query: row.query || row.isList ? query : undefined,
		datapoint: row.datapoint,
		row,
		key: isOneOfMany ? path : row.datapoint,
		...(isOneOfMany && { recordId: decodeURIComponent(path.slice(path.lastIndexOf('/') + 1)) }),
		keeps: (record) => !row.range || isInRange(record, row.range, data),
	}));
}

function textsIn(value: unknown): string[] {
	return Array.isArray(value) ? [...new Set(value.filter((one) => typeof one === 'string'))] : [];
}
