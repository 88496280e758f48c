import {
	isExpression,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IHttpRequestOptions,
	type INode,
	type Workflow,
} from 'n8n-workflow';

export interface Authentication {
	type: ICredentialType;
	credential: ICredentialDataDecryptedObject;
	workflow: Workflow;
	node: INode;
}

/** Puts a credential into a request the way its type declares it (n8n 2.41, credentials-helper). */
export async function authenticate(
	request: IHttpRequestOptions,
	{ type, credential, workflow, node }: Authentication,
): Promise<IHttpRequestOptions> {
	if (typeof type.authenticate === 'function') return await type.authenticate(credential, request);
	if (type.authenticate?.type !== 'generic') return request;

	const resolve = (text: string): string => {
		if (!isExpression(text)) return text;
		const keys = { $credentials: credential };
		const value = workflow.expression.getSimpleParameterValue(node, text, 'internal', keys);
		return value ? String(value) : '';
	};
	const authenticated = request as IHttpRequestOptions & Record<string, Record<string, string>>;
	authenticated.headers ??= {};
	for (const [part, fields] of Object.entries(type.authenticate.properties)) {
		authenticated[part] ??= {};
		for (const [name, value] of Object.entries(fields as Record<string, string>)) {
			authenticated[part][resolve(name)] = resolve(value);
		}
	}
	return authenticated;
}
