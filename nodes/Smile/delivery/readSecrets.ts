import type { IWebhookFunctions } from 'n8n-workflow';

/** The secrets a delivery may be signed with: the credential's current one, then the previous one if any. */
export async function readSecrets(context: IWebhookFunctions): Promise<readonly string[]> {
	const { webhookSecret, previousWebhookSecret } = await context.getCredentials('getSmileApi');
	return [webhookSecret, previousWebhookSecret].filter(
		(secret): secret is string => typeof secret === 'string' && secret !== '',
	);
}
