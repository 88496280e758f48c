import type { IDataObject } from 'n8n-workflow';
import type { Call } from './session';
import type { Credential, CredentialInput, CredentialTestResult } from './types';

export interface CredentialCalls {
	createCredential(input: CredentialInput): Promise<Credential>;
	/** Replaces the whole content, as saving the form does. */
	updateCredential(credential: Credential, data: IDataObject): Promise<void>;
	/** Runs the credential's test as the editor does; `data` are changes that are not saved yet. */
	testCredential(credential: Credential, data?: IDataObject): Promise<CredentialTestResult>;
	deleteCredential(credential: Credential): Promise<void>;
}

/** The calls around credentials. */
export function credentialCalls(call: Call): CredentialCalls {
	return {
		async createCredential(input) {
			const { id, name, type } = await call<Credential>('POST', '/credentials', input);
			return { id, name, type };
		},
		async updateCredential({ id, name, type }, data) {
			await call('PATCH', `/credentials/${id}`, { name, type, data });
		},
		async testCredential({ id, name, type }, data) {
			// n8n tests what it is sent; the editor sends the stored data with the secrets blanked.
			const stored = async () =>
				await call<{ data: IDataObject }>('GET', `/credentials/${id}?includeData=true`);
			const tested = { id, name, type, data: data ?? (await stored()).data };
			return await call('POST', '/credentials/test', { credentials: tested });
		},
		async deleteCredential({ id }) {
			await call('DELETE', `/credentials/${id}`);
		},
	};
}
