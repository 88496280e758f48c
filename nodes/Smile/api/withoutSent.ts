import type { IDataObject } from 'n8n-workflow';

import { isJsonObject } from '../shared/jsonObject';
import type { Failure } from './failure';
import { masked } from './mask';
import { isUuid } from './withoutPersonal';

/** What was sent to Smile with a request. */
export interface Sent {
	body?: IDataObject;
	query?: IDataObject;
}

/** Shorter values tell nothing of a person, and are in every text. */
const SHORTEST = 2;

/** Fields whose values are Smile's own words: which of them it refuses is what a builder has to know. */
const OF_SMILE: ReadonlySet<string> = new Set([
	'countryCode',
	'currency',
	'eventTypes',
	'exportExtensionType',
	'fileExtensionType',
	'fileSubtype',
	'fileType',
	'idType',
	'ids',
	'mawType',
	'signalType',
	'subType',
	'topIds',
	'type',
]);

/**
 * A failure whose texts do not repeat what was sent: neither the secret of a webhook nor what a person typed or a
 * person's data. Smile's own words stay, and in filters days.
 */
export function withoutSent(failure: Failure, { body, query }: Sent): Failure {
	const { code, text, requestId } = failure;
	if (code === undefined && text === undefined && requestId === undefined) return failure;
	const secrets = fieldsIn(body).filter(isSecret).map(valueOf);
	const words = [
		...fieldsIn(body),
		...fieldsIn(query).filter(({ value }) => typeof value === 'string' && !isDay(value)),
	]
		.filter(({ name }) => !OF_SMILE.has(name))
		.map(valueOf)
		.filter((value) => value.length >= SHORTEST);
	const clean = (said: string | undefined) => said && masked(said, { secrets, words });
	return {
		...failure,
		// Conditions go by Smile's codes.
		...(code !== undefined && { code: isCode(code) ? code : clean(code) }),
		...(text !== undefined && { text: clean(text) }),
		...(requestId !== undefined && {
			requestId: isUuid(requestId) ? masked(requestId, { secrets, words: [] }) : clean(requestId),
		}),
	};
}

/** A text or a number that was sent, at any depth, and the name of its field. */
interface SentField {
	name: string;
	value: string | number;
}

function fieldsIn(sent: unknown, name = ''): SentField[] {
	if (typeof sent === 'string' || typeof sent === 'number') return [{ name, value: sent }];
	if (Array.isArray(sent)) return sent.flatMap((value) => fieldsIn(value, name));
	if (!isJsonObject(sent)) return [];
	return Object.entries(sent).flatMap(([inner, value]) => fieldsIn(value, inner));
}

function valueOf({ value }: SentField): string {
	return String(value);
}

function isSecret({ name }: SentField): boolean {
	return name === 'secret';
}

function isCode(code: string): boolean {
	return /^[A-Z_]{1,64}$/.test(code);
}

function isDay(value: string): boolean {
	return /^\d{4}-\d{2}(-\d{2})?$/.test(value);
}
