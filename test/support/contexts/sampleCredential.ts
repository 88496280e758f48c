import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { CredentialStore } from './credentialStore';
import { smileCredentialType } from './packageClasses';

/** What a credential needs to know of a simulated Smile. */
export interface SmileAccount {
	baseUrl: string;
	apiKey: string;
	apiSecret: string;
}

export const sampleWebhookSecret = 'dummy-webhook-secret';

/** The credential of a person who uses that simulated Smile; without one, of the sandbox. */
export function sampleCredential(
	smile?: SmileAccount,
	changes: ICredentialDataDecryptedObject = {},
): ICredentialDataDecryptedObject {
	const account = smile && {
		environment: 'custom',
		baseUrl: smile.baseUrl,
		apiKey: smile.apiKey,
		apiSecret: smile.apiSecret,
	};
	return {
		environment: 'sandbox',
		apiKey: 'dummy-key',
		apiSecret: 'dummy-secret',
		webhookSecret: sampleWebhookSecret,
		...account,
		...changes,
	};
}

/** A store that holds one credential of our type. */
export async function storeWith(data: ICredentialDataDecryptedObject): Promise<CredentialStore> {
	const store = new CredentialStore(await smileCredentialType());
	store.put(data);
	return store;
}
