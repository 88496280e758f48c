import type { z } from 'zod/v4';

import { catalogue } from './catalogue';

export type SmileEventType = keyof typeof catalogue;

/** What Smile sends around the data of an event; `id` is the same in each repeated delivery. */
export interface Envelope<T extends string, D> {
	id: string;
	version: number;
	type: T;
	createdAt: string;
	data: D;
}

export type EventData<T extends SmileEventType> = z.infer<
	ReturnType<(typeof catalogue)[T]['data']>
>;

export type EventOf<T extends SmileEventType> = Envelope<T, EventData<T>>;

/** A signed event as it arrived: perhaps of a type or with fields that Smile added later. */
export interface UnknownSmileEvent {
	id: string;
	type: string;
	version?: unknown;
	createdAt?: unknown;
	data?: unknown;
	[field: string]: unknown;
}

export function isKnownType(type: string): type is SmileEventType {
	return Object.hasOwn(catalogue, type);
}
