/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads a file of the machine, outside the package */
import { readFileSync } from 'node:fs';

import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

import type { Document, OpenApiOperation, Parameter } from './openapiDocument';
import { mended, mendedForRequests, nullable } from './openapiMends';
import { unknownFields, type Schema } from './openapiFields';
import type { JournalEntry } from './smile/journal';

/** Smile's own description of its API. Requests and answers are checked by copies without its known mistakes. */
export class OpenApi {
	private readonly document: Document;

	/** A query is text, whatever its schema. */
	private readonly ajv = new Ajv({ strict: false, coerceTypes: true, allErrors: true });

	private readonly ajvOfBodies = new Ajv({ strict: false, allErrors: true });

	private readonly ajvOfAnswers = new Ajv({ strict: false, allErrors: true });

	private readonly sentSchemas: Record<string, Schema>;

	private readonly schemas: Record<string, Schema>;

	constructor(file: string) {
		this.document = parse(readFileSync(file, 'utf8')) as Document;
		const schemas = this.document.components?.schemas ?? {};
		this.schemas = mended(schemas);
		this.sentSchemas = mendedForRequests(schemas);
		for (const ajv of [this.ajv, this.ajvOfBodies, this.ajvOfAnswers]) addFormats(ajv);
		this.ajv.addSchema(this.document, 'smile');
		this.ajvOfBodies.addSchema({ components: { schemas: this.sentSchemas } }, 'smile');
		this.ajvOfAnswers.addSchema({ components: { schemas: this.schemas } }, 'smile');
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

	/** What is wrong with an answer by this document: wrong or missing fields, and fields it does not know. */
	problemsWithAnswer(method: string, path: string, status: number, body: unknown): string[] {
		const found = this.find(method, path);
		if (!found) return [`${method} ${path} is not described`];

		const given = found.operation.responses?.[String(status)];
		const name = given?.$ref?.split('/').at(-1);
		const response = name ? this.document.components?.responses?.[name] : given;
		const schema = response?.content?.['application/json']?.schema;
		if (!schema) return [`${method} ${found.template} is not described to answer ${status}`];
		const valid = nullable(schema);
		return [
			...this.check(valid, body, 'answer', this.ajvOfAnswers),
			...unknownFields(this.schemas, valid, body),
		].map((problem) => `${method} ${found.template} ${status}: ${problem}`);
	}

	/** Every operation, with the status of its success. */
	operations() {
		return Object.entries(this.document.paths).flatMap(([path, item]) =>
			['get', 'post', 'put', 'delete']
				.filter((method) => item[method])
				.map((method) => ({
					operationId: item[method].operationId ?? '',
					method: method.toUpperCase(),
					path,
					success: Number(Object.keys(item[method].responses ?? {}).find(isSuccess)),
				})),
		);
	}

	/** The query parameters of a list. */
	queryOf(path: string): string[] {
		const operation = this.document.paths[path]?.get ?? {};
		return this.parametersOf(path, operation)
			.filter((parameter) => parameter.in === 'query')
			.map(({ name }) => name);
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
		if (!schema) return [];
		// Smile's description asks for lists in one parameter: ids=id1,id2,id3.
		return this.check(schema, schema.type === 'array' ? String(value).split(',') : value, name);
	}

	private problemsWithBody({ requestBody }: OpenApiOperation, body: unknown): string[] {
		const schema = requestBody?.content?.['application/json']?.schema;
		if (!schema) return isNothing(body) ? [] : ['has no body'];
		return [
			...this.check(schema, body, 'body', this.ajvOfBodies),
			...unknownFields(this.sentSchemas, schema, body),
		];
	}

	private check(schema: object, value: unknown, name: string, ajv = this.ajv): string[] {
		const validate: ValidateFunction = ajv.compile(withAbsoluteRefs(schema));
		// Coercion (a query is text) needs a holder to write into.
		return validate(structuredClone(value))
			? []
			: (validate.errors ?? []).map((error) => `${name}${error.instancePath} ${error.message}`);
	}
}

/** An empty object says no more than no body, and gives a POST a content type. */
function isNothing(body: unknown): boolean {
	return body === undefined || JSON.stringify(body) === '{}';
}

function isSuccess(status: string): boolean {
	return status.startsWith('2');
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
