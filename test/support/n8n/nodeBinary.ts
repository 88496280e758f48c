/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the harness starts programs */
import { delimiter, dirname, resolve } from 'node:path';
import { existsSync } from 'node:fs';

/** The folder of the checkout, where package.json is. */
export const checkout = resolve(__dirname, '../../..');

const wantedMajor = 24;

/** The Node.js executable for n8n: this process's own if it is new enough, else the devDependency's. */
export function nodeBinary(): string {
	if (Number.parseInt(process.versions.node, 10) >= wantedMajor) return process.execPath;

	const installed = resolve(checkout, 'node_modules/node/bin/node');
	if (existsSync(installed)) return installed;

	throw new Error(
		`n8n needs Node.js ${wantedMajor}, this is ${process.versions.node}. Run npm install first.`,
	);
}

/** Variables of the parent that would change how n8n or npm behaves in a child. */
const foreign = /^(N8N_|NODES_|DB_|QUEUE_|EXECUTIONS_|WEBHOOK_|JEST_|npm_|NODE_|INIT_CWD$|TSX_)/i;

/** npm's own settings that come as variables and must survive, such as a registry or a proxy. */
const wanted = /^npm_config_(registry|cache|proxy|https_proxy|noproxy|cafile|userconfig|nodedir)$/i;

/** The environment for children: the parent's without what steers n8n, and Node 24 first on the PATH. */
export function childEnvironment(extra: Record<string, string> = {}): Record<string, string> {
	const own = Object.entries(process.env).filter(
		(entry): entry is [string, string] =>
			entry[1] !== undefined &&
			(!foreign.test(entry[0]) || wanted.test(entry[0]) || entry[0] === 'NODE_EXTRA_CA_CERTS'),
	);
	const inherited = Object.fromEntries(own);
	const path = [dirname(nodeBinary()), inherited.PATH ?? ''].join(delimiter);

	return { ...inherited, PATH: path, CI: 'true', ...extra };
}
