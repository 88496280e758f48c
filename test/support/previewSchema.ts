import { z } from 'zod/v4';

/** The part of JSON Schema that n8n's editor shows before a node has run. */
export interface PreviewSchema {
	type: string;
	description?: string;
	properties?: Record<string, PreviewSchema>;
	items?: PreviewSchema;
}

interface JsonSchema {
	type?: string;
	description?: string;
	anyOf?: JsonSchema[];
	properties?: Record<string, JsonSchema>;
	items?: JsonSchema;
}

/** A zod schema as a preview, without what nobody reads there: limits, examples, required fields. */
export function previewOf(schema: z.ZodType): PreviewSchema {
	return simplified(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema);
}

/** One preview for values of one type with different fields: each field with all of its meanings. */
export function merged(one: PreviewSchema, other: PreviewSchema): PreviewSchema {
	const descriptions = [...new Set([one.description, other.description])].filter(Boolean);
	return {
		type: one.type,
		...(descriptions.length > 0 && { description: descriptions.join('; ') }),
		...(one.properties && {
			properties: mergedFields(one.properties, other.properties ?? {}),
		}),
		...(one.items && { items: merged(one.items, other.items ?? one.items) }),
	};
}

function mergedFields(
	one: Record<string, PreviewSchema>,
	other: Record<string, PreviewSchema>,
): Record<string, PreviewSchema> {
	const fields = { ...one };
	for (const [name, field] of Object.entries(other)) {
		fields[name] = fields[name] ? merged(fields[name], field) : field;
	}
	return fields;
}

/** A preview without what lies deeper than so many levels. */
export function cutBelow(
	levels: number,
	{ properties, items, ...rest }: PreviewSchema,
): PreviewSchema {
	if (levels === 0) return rest;
	return {
		...rest,
		...(properties && {
			properties: mapFields(properties, (field) => cutBelow(levels - 1, field)),
		}),
		...(items && { items: cutBelow(levels - 1, items) }),
	};
}

/**
 * n8n 2.41's editor shows the fields of an object only where its type is exactly "object", not where
 * it may also be null, and it knows no `anyOf`, which is what zod writes for nullable.
 */
function simplified(schema: JsonSchema): PreviewSchema {
	const value = schema.anyOf?.find(({ type }) => type !== 'null') ?? schema;
	const description = schema.description ?? value.description;
	return {
		type: value.type === 'integer' ? 'number' : (value.type ?? 'object'),
		...(description && { description }),
		...(value.properties && { properties: mapFields(value.properties, simplified) }),
		...(value.items && { items: simplified(value.items) }),
	};
}

function mapFields<T>(
	fields: Record<string, T>,
	change: (field: T) => PreviewSchema,
): Record<string, PreviewSchema> {
	return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, change(field)]));
}
