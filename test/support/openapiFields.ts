/** The parts of a JSON Schema that say which fields there are. */
export interface Schema {
	$ref?: string;
	type?: string | string[];
	nullable?: boolean;
	enum?: unknown[];
	required?: string[];
	properties?: Record<string, Schema>;
	additionalProperties?: unknown;
	items?: Schema;
	allOf?: Schema[];
	oneOf?: Schema[];
	anyOf?: Schema[];
}

/** Fields of a value that its schema does not name: they are allowed, but a simulation invents none. */
export function unknownFields(
	schemas: Record<string, Schema>,
	schema: Schema,
	value: unknown,
	place = '',
): string[] {
	const parts = partsOf(schemas, schema);
	if (Array.isArray(value)) {
		const { items } = parts.find((part) => part.items) ?? {};
		if (!items) return [];
		return value.flatMap((one) => unknownFields(schemas, items, one, `${place}/[]`));
	}
	const named = parts.flatMap(({ properties = {}, required = [] }) => [
		...Object.entries(properties),
		// One schema requires a field that it does not describe.
		...required.map((name): [string, Schema] => [name, {}]),
	]);
	const isOpen = parts.some((part) => part.additionalProperties) || named.length === 0;
	if (typeof value !== 'object' || value === null || isOpen) return [];
	return Object.entries(value).flatMap(([name, field]) => {
		const fields = named.filter(([known]) => known === name).map(([, found]) => found);
		if (fields.length === 0) return [`${place}/${name} is not described`];
		return unknownFields(schemas, { allOf: fields }, field, `${place}/${name}`);
	});
}

/** A schema with everything that it refers to or consists of. */
function partsOf(schemas: Record<string, Schema>, schema: Schema): Schema[] {
	const name = schema.$ref?.split('/').at(-1);
	const found = name ? schemas[name] : schema;
	const { allOf = [], oneOf = [], anyOf = [] } = found;
	return [found, ...[...allOf, ...oneOf, ...anyOf].flatMap((part) => partsOf(schemas, part))];
}
