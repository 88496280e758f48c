import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { readAnswer, type Answer } from './answer';
import { environmentOf } from './environment';
import { isKeyRefused, networkFailure, type Failure } from './failure';
import { page } from './schemas';

const TIMEOUT_MS = 10_000;

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

	const answer = await listOneWebhook(this, environment.baseUrl, data);
	if (!answer.ok) {
		return { status: 'Error', message: messageFor(answer.failure, environment.label) };
	}
	if (!page.safeParse(answer.data).success) {
		return { status: 'Error', message: messageFor({ kind: 'unreadable' }, environment.label) };
	}
	return { status: 'OK', message: `Connected to the ${environment.label} environment of Smile` };
}

async function listOneWebhook(
	{ helpers, logger }: ICredentialTestFunctions,
	baseUrl: string,
	{ apiKey, apiSecret }: ICredentialDataDecryptedObject,
): Promise<Answer> {
	try {
		const response: { statusCode: number; body: unknown } = await helpers.request({
			method: 'GET',
			url: `${baseUrl}/webhooks`,
			qs: { size: 1 },
			auth: { username: String(apiKey ?? ''), password: String(apiSecret ?? '') },
			json: true,
			simple: false,
			resolveWithFullResponse: true,
			followRedirect: false,
			timeout: TIMEOUT_MS,
		});
		return readAnswer(response.statusCode, response.body);
	} catch (error) {
		logger?.debug('The test of a Smile credential got no answer');
		return { ok: false, failure: networkFailure(error) };
	}
}

function messageFor(failure: Failure, environment: string): string {
	const details = [failure.code, failure.text].filter(Boolean).join(': ');
	const inBrackets = details || failure.status ? ` (${details || `HTTP ${failure.status}`})` : '';
	if (isKeyRefused(failure)) {
		return `Smile refused the API key in the ${environment} environment${inBrackets}. Check API key and API secret, and that they belong to the ${environment} environment: a key works in one environment only.`;
	}
	switch (failure.kind) {
		case 'unreachable':
			return `Smile could not be reached in the ${environment} environment: ${failure.network}. Check the address and that this n8n may reach the Internet.`;
		case 'busy':
			return `Smile is receiving too many requests from this address${inBrackets}. Wait a moment, then test again.`;
		case 'fault':
			return `Smile cannot handle requests right now${inBrackets}. Test again later.`;
		default:
			return `The ${environment} address did not answer like the Smile API${inBrackets}. Check the Base URL, with its version path such as /v1.`;
	}
}
