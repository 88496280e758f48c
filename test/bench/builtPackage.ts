/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs the compiler */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { INodeType } from 'n8n-workflow';

const packageFolder = join(__dirname, '..', '..');
const load = createRequire(__filename);
/** Below node_modules, so that n8n-workflow and zod are found from there and git never sees it. */
const outputFolder = join(packageFolder, 'node_modules', '.cache', 'n8n-nodes-smile-bench');

/**
 * A node as n8n would load it: compiled from the present sources with the settings of `npm run build`,
 * but beside `dist`, which another command may be packing. Throws with the compiler's exit code.
 */
export function builtNode(name: 'Smile' | 'SmileTrigger'): INodeType {
	const compiler = load.resolve('typescript/bin/tsc');
	const buildInfo = join(outputFolder, 'tsconfig.tsbuildinfo');
	execFileSync(
		process.execPath,
		[
			compiler,
			'-p',
			'.',
			'--outDir',
			outputFolder,
			'--incremental',
			'--tsBuildInfoFile',
			buildInfo,
		],
		{ cwd: packageFolder, stdio: 'inherit' },
	);
	const path = join(outputFolder, 'nodes', 'Smile', `${name}.node.js`);
	const classes = load(path) as Record<typeof name, new () => INodeType>;
	return new classes[name]();
}

/** The signature check out of the same build. */
export function builtVerifySignature() {
	const path = join(outputFolder, 'nodes', 'Smile', 'delivery', 'verifySignature.js');
	const { verifySignature } = load(path) as {
		verifySignature(body: Buffer, header: string, secrets: string[]): { ok: boolean };
	};
	return verifySignature;
}
