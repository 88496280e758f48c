/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads a file of the machine, outside the package */
import { readFileSync } from 'node:fs';

import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

import type { JournalEntry } from './smile/journal';

interface Parameter {
	name: string;
	in: string;
	required?: boolean;
	schema?: object;
	$ref?: string;
}

interface OpenApiOperation {
	parameters?: Parameter[];
	requestBody?: { content?: { 'application/json'?: { schema: object } } };
}

type PathItem = Record<string, OpenApiOperation> & { parameters?: Parameter[] };

interface Document {
	paths: Record<string, PathItem>;
	components?: { parameters?: Record<string, Parameter> };
}

/** Smile's own description of its API, as far as requests are concerned. */
export class OpenApi {
	private readonly document: Document;

	private readonly ajv = new Ajv({ strict: false, coerceTypes: true, allErrors: true });

	constructor(file: string) {
		this.document = parse(readFileSync(file, 'utf8')) as Document;
		addFormats(this.ajv);
		this.ajv.addSchema(this.document, 'smile');
	}

	/** What is wrong with a request by this document; empty when nothing is. */
	problemsOf({ method, path, query, body }: JournalEntry): string[] {
		const found = this.find(method, path);
		if (!found) return [`${method} ${path} is not described`];

		const { template, operation } = found;
		const described = this.parametersOf(template, operation);
		const unknown = Object.keys(query)
			.filter((name) => !described.some((one) => one.in === 'query' && one.name === name))
			.map((name) => `${method} ${template} has no query parameter ${name}`);
		const wrong = described.flatMap((parameter) =>
			this.problemsWithValue(parameter, valueOf(parameter, query, path, template)),
		);
		return [...unknown, ...wrong, ...this.problemsWithBody(operation, body)].map(
			(problem) => `${method} ${template}: ${problem}`,
		);
	}

	private find(method: string, path: string) {
		for (const [template, item] of Object.entries(this.document.paths)) {
			const pattern = new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`);
			const operation = item[method.toLowerCase()];
			if (pattern.test(path) && operation) return { template, operation };
		}
		return undefined;
	}

	private parametersOf(template: string, operation: OpenApiOperation): Parameter[] {
		const listed = [
			...(this.document.paths[template]?.parameters ?? []),
			...(operation.parameters ?? []),
		];
		return listed.map((parameter) => {
			const name = parameter.$ref?.split('/').at(-1);
			return (name && this.document.components?.parameters?.[name]) || parameter;
		});
	}

	private problemsWithValue({ name, required, schema }: Parameter, value: unknown): string[] {
		if (value === undefined) return required ? [`${name} is missing`] : [];
		return schema ? this.check(schema, value, name) : [];
	}

	private problemsWithBody({ requestBody }: OpenApiOperation, body: unknown): string[] {
		const schema = requestBody?.content?.['application/json']?.schema;
		if (!schema) return body === undefined ? [] : ['has no body'];
		return this.check(schema, body, 'body');
	}

	private check(schema: object, value: unknown, name: string): string[] {
		const validate: ValidateFunction = this.ajv.compile(withAbsoluteRefs(schema));
		// Coercion (a query is text) needs a holder to write into.
		return validate(structuredClone(value))
			? []
			: (validate.errors ?? []).map((error) => `${name}${error.instancePath} ${error.message}`);
	}
}

/** References inside the document, for a schema that is compiled on its own. */
function withAbsoluteRefs(schema: object): object {
	return JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"smile#/')) as object;
}

function valueOf(
	parameter: Parameter,
	query: Record<string, unknown>,
	path: string,
	template: string,
): unknown {
	if (parameter.in === 'query') return query[parameter.name];
	if (parameter.in !== 'path') return undefined;
	const position = template.split('/').indexOf(`{${parameter.name}}`);
	return decodeURIComponent(path.split('/')[position] ?? '');
}
