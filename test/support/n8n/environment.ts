import { childEnvironment } from './nodeBinary';
import { isAtLeast } from './version';

export interface EnvironmentInput {
	port: number;
	brokerPort: number;
	userFolder: string;
	publicUrl: string;
	compileCache: string;
	editor: boolean;
	extra: Record<string, string>;
}

/** Parts of n8n that these tests do not touch; each costs time at start. */
const unneededModules = [
	'agents',
	'breaking-changes',
	'chat-hub',
	'dynamic-credentials',
	'external-secrets',
	'favorites',
	'insights',
	'instance-ai',
	'instance-version-history',
	'ldap',
	'log-streaming',
	'mcp',
	'mcp-registry',
	'n8n-packages',
	'otel',
	'provisioning',
	'quick-connect',
	'source-control',
	'sso-oidc',
	'sso-saml',
	'token-exchange',
	'workflow-builder',
	'workflow-reviews',
];

/** Nothing leaves the machine: no telemetry, no version or template look-ups, no banners. */
const silent = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_AI_ENABLED: 'false',
};

/** What n8n is started with: a quiet instance on SQLite that costs as little as it can. */
export function n8nEnvironment(input: EnvironmentInput): Record<string, string> {
	// Its name in n8n 1 is deprecated in n8n 2.
	const name = isAtLeast(2, 0) ? 'N8N_WEBHOOK_URL' : 'WEBHOOK_URL';
	const publicUrl: Record<string, string> = input.publicUrl
		? { [name]: `${input.publicUrl}/` }
		: {};
	return childEnvironment({
		...silent,
		NODE_ENV: 'production',
		NODE_COMPILE_CACHE: input.compileCache,
		NO_PROXY: '127.0.0.1,localhost',
		no_proxy: '127.0.0.1,localhost',
		DB_TYPE: 'sqlite',
		N8N_USER_FOLDER: input.userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(input.port),
		N8N_EDITOR_BASE_URL: `http://127.0.0.1:${input.port}/`,
		N8N_SECURE_COOKIE: 'false',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'false',
		N8N_LOG_LEVEL: 'info',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
		// n8n refuses names that it does not know; n8n 1 has other ones.
		N8N_DISABLED_MODULES: isAtLeast(2, 0) ? unneededModules.join(',') : 'insights',
		// An external runner starts no process of its own; these workflows run no code in one.
		N8N_RUNNERS_MODE: 'external',
		N8N_RUNNERS_AUTH_TOKEN: 'dummy-token-of-the-test-harness',
		N8N_RUNNERS_BROKER_PORT: String(input.brokerPort),
		N8N_DISABLE_UI: String(!input.editor),
		...publicUrl,
		...input.extra,
	});
}
