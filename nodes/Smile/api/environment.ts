import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

const HOSTS: Record<string, { label: string; baseUrl: string }> = {
	sandbox: { label: 'Sandbox', baseUrl: 'https://sandbox.smileapi.io/v1' },
	production: { label: 'Production', baseUrl: 'https://open.smileapi.io/v1' },
};

/** Where HTTP requests to Smile begin. */
export const productionBaseUrl = HOSTS.production.baseUrl;

/** The only hosts that a key of Smile's belongs to. */
export const smileHosts: readonly string[] = Object.values(HOSTS).map(
	({ baseUrl }) => new URL(baseUrl).hostname,
);

/** The environment whose address the user enters, as people see it. */
export const CUSTOM = 'Custom';

/** Where the credential points: Smile's two hosts (OpenAPI `servers`) or an address of the user's. */
export type Environment =
	| { ok: true; label: string; baseUrl: string }
	| { ok: false; label: string; problem: string };

/** Plain http is for a simulated Smile on the same machine: keys must not cross a network unencrypted. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Reads the environment out of a credential, or says what is wrong with its address. */
export function environmentOf(credential: ICredentialDataDecryptedObject): Environment {
	const chosen = String(credential.environment ?? 'sandbox');
	if (Object.hasOwn(HOSTS, chosen)) return { ok: true, ...HOSTS[chosen] };

	const label = CUSTOM;
	const baseUrl = String(credential.baseUrl ?? '')
		.trim()
		.replace(/\/+$/, '');
	if (baseUrl === '') {
		return {
			ok: false,
			label,
			problem:
				'The Base URL of the Smile API credential is empty. Enter it in the credential, or choose another Environment there',
		};
	}
	let url: URL;
	try {
		url = new URL(baseUrl);
	} catch {
		return {
			ok: false,
			label,
			problem:
				'The Base URL of the Smile API credential is not a URL. Enter one such as https://smile.example.com/v1 in the credential',
		};
	}
	const isSafe =
		url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
	return isSafe
		? { ok: true, label, baseUrl }
		: {
				ok: false,
				label,
				problem:
					'The Base URL of the Smile API credential must start with https://. Correct it in the credential',
			};
}

/** Names an environment without what an address may hold beside host and path, such as a password. */
export function placeOf(environment: Environment): string {
	if (!environment.ok || environment.label !== CUSTOM) return environment.label;
	const { origin, pathname } = new URL(environment.baseUrl);
	return origin + pathname;
}

/** Whether a URL's host is this machine itself. */
export function isLoopback(hostname: string): boolean {
	return LOOPBACK.test(hostname);
}
