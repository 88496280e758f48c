import type { Schema } from './openapiFields';

/** A mistake of Smile's OpenAPI document 1.14.0 that requests or answers must not be held to. */
export interface Mend {
	/** One schema, or several that have the same mistake. */
	schema: string | readonly string[];
	why: string;
	/** Whether the mistake stands in what is sent too; in answers alone unless said otherwise. */
	inRequests?: true;
	/** Mends the schema in place; false where the mistake is gone. */
	apply(schema: Schema): boolean;
}

/** Short on purpose: whatever else the document says holds for requests and simulated answers. */
export const mends: readonly Mend[] = [
	{
		schema: 'ObjectNextCursor',
		why: 'the last page has a null cursor in the samples, which the schema does not allow',
		apply: (schema) => !schema.nullable && (schema.nullable = true),
	},
	{
		schema: 'Invite',
		why: 'an invite that led to no account yet has no time of linking or null, which the schema forbids',
		apply: (schema) => withoutRequired(schema, ['linkedAt']) && orNull(schema, ['linkedAt']),
	},
	{
		schema: 'AllDatapointPayload',
		why: 'a payload in an event or session has null for every kind of data that is absent',
		apply: (schema) => orNull(schema, Object.keys(schema.properties ?? {})),
	},
	{
		schema: 'ArchiveCreateRequest',
		why: 'the required list names the property `files`, which does not exist; samples send `rawFiles`',
		inRequests: true,
		apply: (schema) => withoutRequired(schema, ['files']) && !!schema.required?.push('rawFiles'),
	},
	{
		schema: 'BetaSignal3Tpl1PostRequest',
		why: 'the Mexican signal requires two properties of the Thai one, which it does not have',
		inRequests: true,
		apply: (schema) => withoutRequired(schema, ['idType', 'idNumber']),
	},
	{
		schema: [
			'AlphaFootprintPostRequest',
			'BetaMaw2PostRequest',
			'BetaMaw3PostRequest',
			'BetaMawRequestMeta',
			'BetaSignalPostRequest',
			'BetaSignalRequestMeta',
		],
		why: 'exactly one of several branches must fit, but branches are identical or contain one another',
		inRequests: true,
		apply: anyBranch,
	},
	{
		schema: 'ArchiveExtraction',
		why: 'exactly one of several kinds of files must fit, but what was read from one may fit several',
		apply: anyBranch,
	},
	{
		schema: 'Consent',
		why: 'samples have null where no template was named, and numbers for versions',
		apply: (schema) => {
			const { version } = schema.properties ?? {};
			const isMended = version?.type === 'string' && orNull(schema, ['consentTemplateId']);
			if (version) version.type = ['string', 'number'];
			return isMended;
		},
	},
	{
		schema: [
			'AlphaBlacklist',
			'AlphaFootprint',
			'AlphaValidation',
			'BetaMaw',
			'BetaSignal',
			'SocialSecurity',
			'schemas-SocialSecurity',
		],
		why: 'samples have null or an empty text for a result code, which the enumeration does not know',
		apply: (schema) => {
			const { resultCode: code, resultMessage: message } = schema.properties ?? {};
			const isMended = !!code?.enum && !code.enum.includes('');
			code?.enum?.push('');
			// One of them allows null here.
			if (message) message.nullable = true;
			return isMended && orNull(schema, ['resultCode']);
		},
	},
	{
		schema: ['SocialSecurity', 'schemas-SocialSecurity', 'Verification'],
		why: 'a request that is being processed has a null result, which is neither optional nor nullable',
		apply: (schema) => orNull(schema, ['result']),
	},
	{
		schema: 'VerificationResult',
		why: 'samples have null for what was not compared, where the schema has true or false',
		apply: ({ properties }) =>
			orNull(properties?.names, ['fullNameMatches']) &&
			orNull(properties?.additionalData, ['dobMatches']),
	},
	{
		schema: 'BetaMaw',
		why: 'the list of items that belongs to the other product is null in some samples',
		apply: (schema) => orNull(schema, ['maw2Items', 'maw3Items']),
	},
	{
		schema: 'BetaMaw2Item',
		why: 'samples have null for the duration of what had none',
		apply: (schema) => orNull(schema, ['duration']),
	},
	{
		schema: 'BetaSignalItem',
		why: 'samples of the second signal have numbers as values, where the schema has texts only',
		apply: ({ properties }) => {
			const isMended = properties?.value.type === 'string';
			if (properties) properties.value = { type: ['string', 'number'] };
			return isMended;
		},
	},
	{
		schema: 'BetaSignalListResponse',
		why: 'samples of the list wrap each signal into an object of its own, the schema does not',
		apply: ({ properties }) => {
			const list = properties?.data.properties?.items;
			if (!list?.items?.$ref) return false;
			list.items = { anyOf: [list.items, { properties: { signal: list.items } }] };
			return true;
		},
	},
	{
		schema: 'ArchivePayslip',
		why: 'a score is null in words where Smile may not compare, which the schema does not allow',
		apply: ({ properties }) =>
			orNull(properties?.matchResult, ['employeeNameAndPagIbigNumberMatchScore']),
	},
	{
		schema: 'Form',
		why: 'samples of what a person entered have texts and numbers, where the schema has objects',
		apply: ({ properties }) => {
			const isMended = typeof properties?.data.additionalProperties === 'object';
			if (properties) properties.data.additionalProperties = true;
			return isMended;
		},
	},
];

/** The schemas without their known mistakes and with null where OpenAPI 3.0 says `nullable`. */
export function mended(schemas: Record<string, Schema>): Record<string, Schema> {
	const copy = mendedBy(mends, schemas);
	return Object.fromEntries(Object.entries(copy).map(([name, schema]) => [name, nullable(schema)]));
}

/** The schemas without the mistakes that stand in what is sent; null is never sent. */
export function mendedForRequests(schemas: Record<string, Schema>): Record<string, Schema> {
	return mendedBy(
		mends.filter(({ inRequests }) => inRequests),
		schemas,
	);
}

function mendedBy(chosen: readonly Mend[], schemas: Record<string, Schema>) {
	const copy = structuredClone(schemas);
	for (const { schema, why, apply } of chosen) {
		for (const name of [schema].flat()) {
			if (!apply(copy[name])) throw new Error(`${name} needs no mend any more: ${why}`);
		}
	}
	return copy;
}

/** Takes names out of the required ones; false unless all of them were. */
function withoutRequired(schema: Schema, names: string[]): boolean {
	const { required = [] } = schema;
	schema.required = required.filter((name) => !names.includes(name));
	return required.length === schema.required.length + names.length;
}

/** Lets fields be null; false where one of them is not there or may be null already. */
function orNull(schema: Schema | undefined, names: string[]): boolean {
	const properties = schema?.properties ?? {};
	return names.every((name) => {
		const found = properties[name];
		if (!found || found.nullable || found.anyOf) return false;
		properties[name] = { anyOf: [found, { type: 'null' }] };
		return true;
	});
}

/** Lets any branch fit instead of exactly one. */
function anyBranch(schema: Schema): boolean {
	if (!schema.oneOf) return false;
	schema.anyOf = schema.oneOf;
	delete schema.oneOf;
	return true;
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
