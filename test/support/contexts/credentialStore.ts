import {
	deepCopy,
	ICredentialsHelper,
	injectDomainRestrictionFields,
	sleep,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialsExpressionResolveValues,
	type ICredentialType,
	type IExecuteData,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeProperties,
	type IWorkflowExecuteAdditionalData,
	type Workflow,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { authenticate } from './authenticate';
import { resolveCredential } from './resolveCredential';

/** Stands in for n8n's credentials in its database: keeps those of one type in memory. */
export class CredentialStore extends ICredentialsHelper {
	/** How often a credential was read, failed reads included. */
	reads = 0;

	/** Milliseconds that each read takes. */
	delayMs = 0;

	private readonly stored = new Map<string, ICredentialDataDecryptedObject>();

	private readonly failures: Error[] = [];

	constructor(private readonly type: ICredentialType) {
		super();
	}

	/** Stores a credential or replaces it, and returns how a node refers to it. */
	put(data: ICredentialDataDecryptedObject, id = 'credential-1'): INodeCredentialsDetails {
		this.stored.set(id, deepCopy(data));
		return { id, name: 'Sample credential' };
	}

	/** Changes some fields of a stored credential, as a person does who rotates a secret. */
	change(fields: ICredentialDataDecryptedObject, id = 'credential-1'): void {
		this.put({ ...this.stored.get(id), ...fields }, id);
	}

	remove(id = 'credential-1'): void {
		this.stored.delete(id);
	}

	/** The next reads fail, as they do while the database is away. */
	failNextReads(times: number, error = new Error('SQLITE_BUSY: database is locked')): void {
		for (let left = times; left > 0; left--) this.failures.push(error);
	}

	async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		{ id }: INodeCredentialsDetails,
		typeName: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		raw?: boolean,
		item?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		this.reads++;
		if (this.delayMs > 0) await sleep(this.delayMs);
		const failure = this.failures.shift();
		if (failure) throw failure;
		const data = this.stored.get(id ?? '');
		if (!data) {
			throw new Error(`Credential with ID "${id}" does not exist for type "${typeName}".`);
		}
		if (raw) return deepCopy(data);

		const { getAdditionalKeys } = await import(
			'n8n-core/dist/execution-engine/node-execution-context/utils/get-additional-keys'
		);
		const keys = getAdditionalKeys(additionalData, mode, null, { isCredential: true });
		const properties = this.getCredentialsProperties(typeName);
		return resolveCredential(properties, data, { mode, keys, executeData, item });
	}

	async authenticate(
		credential: ICredentialDataDecryptedObject,
		_typeName: string,
		request: IHttpRequestOptions,
		workflow: Workflow,
		node: INode,
	): Promise<IHttpRequestOptions> {
		return await authenticate(request, { type: this.type, credential, workflow, node });
	}

	getCredentialsProperties(typeName: string): INodeProperties[] {
		if (typeName !== this.type.name) throw new Error(`Unknown credential type "${typeName}"`);
		return injectDomainRestrictionFields(this.type);
	}

	getParentTypes(): string[] {
		return this.type.extends ?? [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	/** Only types with an expiring token have one; n8n then carries on without. */
	async preAuthentication(): Promise<undefined> {}

	async runPreAuthentication(): Promise<undefined> {}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('Encrypted credentials need an n8n server');
	}

	async updateCredentials(): Promise<void> {
		throw new Error('A node changed a stored credential');
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		throw new Error('A node changed a stored credential');
	}
}
