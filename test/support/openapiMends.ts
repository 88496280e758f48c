import type { Schema } from './openapiFields';

/** A mistake of Smile's OpenAPI document 1.14.0 that answers must not be held to. */
export interface Mend {
	schema: string;
	why: string;
	/** Mends the schema in place; false where the mistake is gone. */
	apply(schema: Schema): boolean;
}

/** Short on purpose: whatever else the document says holds for the simulated answers. */
export const mends: readonly Mend[] = [
	{
		schema: 'ObjectNextCursor',
		why: 'the last page has a null cursor in the samples, which the schema does not allow',
		apply: (schema) => !schema.nullable && (schema.nullable = true),
	},
	{
		schema: 'Invite',
		why: 'an invite that led to no account yet has no time of linking, which the schema requires',
		apply: (schema) => {
			const rest = schema.required?.filter((name) => name !== 'linkedAt');
			const isMended = rest?.length !== schema.required?.length;
			schema.required = rest;
			return isMended;
		},
	},
	{
		schema: 'AllDatapointPayload',
		why: 'a payload in an event or session has null for every kind of data that is absent',
		apply: (schema) => {
			const entries = Object.entries(schema.properties ?? {});
			schema.properties = Object.fromEntries(
				entries.map(([name, found]) => [name, { anyOf: [found, { type: 'null' }] }]),
			);
			return entries.every(([, found]) => !found.nullable && !found.anyOf);
		},
	},
];

/** The schemas without their known mistakes and with null where OpenAPI 3.0 says `nullable`. */
export function mended(schemas: Record<string, Schema>): Record<string, Schema> {
	const copy = structuredClone(schemas);
	for (const { schema, why, apply } of mends) {
		if (!apply(copy[schema])) throw new Error(`${schema} needs no mend any more: ${why}`);
	}
	return Object.fromEntries(Object.entries(copy).map(([name, schema]) => [name, nullable(schema)]));
}

/**
 * A schema of OpenAPI 3.0 as JSON Schema: `nullable` becomes a further type. An enumeration that lists null
 * counts as nullable, though the document forgot to say so in some places.
 */
export function nullable(schema: Schema): Schema {
	const mapped = Object.fromEntries(
		Object.entries(schema).map(([key, value]) => [key, deep(value)]),
	) as Schema;
	if (!schema.nullable && !schema.enum?.includes(null)) return mapped;
	return {
		...mapped,
		...(schema.type ? { type: [String(schema.type), 'null'] } : {}),
		...(schema.enum ? { enum: [...new Set([...schema.enum, null])] } : {}),
	};
}

function deep(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(deep);
	return typeof value === 'object' && value !== null ? nullable(value as Schema) : value;
}
