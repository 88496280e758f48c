import { z } from 'zod/v4';

import { catalogue } from './catalogue';
import { type EventData, type EventOf, type SmileEventType } from './event';
import { eventSchema } from './schema';

const types = Object.keys(catalogue);

/** Complete sample data of an event type, from the examples in its schema; a fresh copy each time. */
export function sampleData<T extends SmileEventType>(type: T): EventData<T> {
	return sampleOf(eventSchema(type).shape.data) as EventData<T>;
}

/** A complete sample event; ids are the same on every call, and `data` is merged over the sample. */
export function sampleEvent<T extends SmileEventType>(
	type: T,
	overrides: Partial<Omit<EventOf<T>, 'type' | 'data'>> & { data?: Partial<EventData<T>> } = {},
): EventOf<T> {
	const { data, ...envelope } = overrides;
	return {
		id: sampleId(type),
		version: 1,
		type,
		createdAt: '2026-03-04T05:06:07Z',
		...envelope,
		data: { ...sampleData(type), ...data },
	};
}

/** One id for each type, so that samples of two types are never taken for repeated deliveries. */
function sampleId(type: SmileEventType): string {
	const position = (types.indexOf(type) + 1).toString(16).padStart(4, '0');
	return `et-5a3c9e71b8d24f60a7c1${position}d0e5f283`;
}

/** The example nearest to the surface of a schema, else one put together from its parts. */
function sampleOf(schema: z.core.$ZodType): unknown {
	const example = z.globalRegistry.get(schema)?.example;
	if (example !== undefined) return structuredCopy(example);
	if (schema instanceof z.ZodObject) {
		return Object.fromEntries(
			Object.entries(schema.shape).map(([name, field]) => [name, sampleOf(field)]),
		);
	}
	if (schema instanceof z.ZodArray) return [sampleOf(schema.element)];
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
		return sampleOf(schema.unwrap());
	}
	return undefined;
}

function structuredCopy(example: unknown): unknown {
	return JSON.parse(JSON.stringify(example));
}
