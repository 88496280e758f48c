import type { Schema } from './openapiFields';

/** What is read of an OpenAPI document. */
export interface Document {
	paths: Record<string, PathItem>;
	components?: {
		parameters?: Record<string, Parameter>;
		responses?: Record<string, Content>;
		schemas?: Record<string, Schema>;
	};
}

export interface Parameter {
	name: string;
	in: string;
	required?: boolean;
	schema?: Schema;
	$ref?: string;
}

export interface OpenApiOperation {
	operationId?: string;
	parameters?: Parameter[];
	requestBody?: Content;
	responses?: Record<string, Content & { $ref?: string }>;
}

export interface Content {
	content?: { 'application/json'?: { schema: Schema } };
}

export type PathItem = Record<string, OpenApiOperation> & { parameters?: Parameter[] };
