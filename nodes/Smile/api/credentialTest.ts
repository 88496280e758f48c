import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { upperFirst } from '../shared/firstLetter';
import { readAnswer, type Answer } from './answer';
import { environmentOf } from './environment';
import { networkFailure, unexpected, type Failure } from './failure';
import { paced } from './pace';
import { page } from './schemas';
import { toldOf } from './sentences';
import { problemWithSecrets } from './webhookSecret';

const TIMEOUT_MS = 10_000;

/** What people paste into the credential. */
const COPIED: Readonly<Record<string, string>> = {
	apiKey: 'API Key',
	apiSecret: 'API Secret',
	webhookSecret: 'Webhook Secret',
};

/**
 * The credential's test: lists one webhook. A declarative `test` request could neither name the environment
 * nor tell Smile's 400 for a wrong key from other errors (n8n 2.41 matches the status and a fixed message).
 * Never throws: n8n would show a bare "500".
 */
export async function testSmileCredential(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const data: ICredentialDataDecryptedObject = credential.data ?? {};
	const environment = environmentOf(data);
	if (!environment.ok) return { status: 'Error', message: environment.problem };
	const problem = problemWithFields(data);
	if (problem !== undefined) return { status: 'Error', message: problem };

	const answer = await listOneWebhook(this, environment.baseUrl, data);
	if (!answer.ok) return { status: 'Error', message: messageFor(answer.failure, data) };
	if (!page.safeParse(answer.data).success) {
		return { status: 'Error', message: messageFor(unexpected('it is no list'), data) };
	}
	return { status: 'OK', message: `Connected to the ${environment.label} environment of Smile` };
}

/** What is wrong with the key or the secrets whatever Smile says; a text that was copied easily has a space too much. */
function problemWithFields(credential: ICredentialDataDecryptedObject): string | undefined {
	for (const [name, title] of Object.entries(COPIED)) {
		const value = credential[name];
		if (typeof value === 'string' && value !== value.trim()) {
			return `The ${title} of the Smile API credential begins or ends with a space or a line break. Take it away, then try again`;
		}
	}
	return problemWithSecrets(credential);
}

async function listOneWebhook(
	{ helpers, logger }: ICredentialTestFunctions,
	baseUrl: string,
	{ apiKey, apiSecret }: ICredentialDataDecryptedObject,
): Promise<Answer> {
	const method = 'GET';
	const url = `${baseUrl}/webhooks`;
	try {
		const request = async () =>
			(await helpers.request({
				method,
				url,
				qs: { size: 1 },
				auth: { username: String(apiKey ?? ''), password: String(apiSecret ?? '') },
				json: true,
				simple: false,
				resolveWithFullResponse: true,
				// A redirect would carry key and secret to another address.
				followRedirect: false,
				timeout: TIMEOUT_MS,
			})) as { statusCode: number; headers?: { location?: unknown }; body: unknown };
		// Beside executions that use the limit up it would be one too many, for them as well.
		const { statusCode: status, headers, body } = await paced(baseUrl, request, { isUrgent: true });
		return readAnswer({ method, url, status, body, location: headers?.location });
	} catch (error) {
		logger?.debug('The test of a Smile credential got no answer');
		return { ok: false, failure: networkFailure(error) };
	}
}

function messageFor(failure: Failure, credential: ICredentialDataDecryptedObject): string {
	const { what, todo } = toldOf(failure, credential);
	return `${upperFirst(what)}. ${todo}`;
}
