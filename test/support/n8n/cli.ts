import { lastLines, runCommand } from './command';
import { n8nEnvironment } from './environment';
import { ensureN8n } from './install';
import { nodeBinary } from './nodeBinary';
import { freePort } from '../freePort';

/** Runs one of n8n's own commands, such as export:workflow, on a user folder; an n8n may run on it meanwhile. */
export async function runN8nCommand(userFolder: string, ...args: string[]): Promise<void> {
	const { bin, directory } = await ensureN8n();
	const [port, brokerPort] = [await freePort(), await freePort()];
	const compileCache = `${directory}/.compile-cache`;
	const env = n8nEnvironment({
		port,
		brokerPort,
		userFolder,
		publicUrl: '',
		compileCache,
		editor: false,
		extra: {},
	});
	const { code, output } = await runCommand(nodeBinary(), [bin, ...args], { cwd: userFolder, env });
	if (code !== 0) throw new Error(`n8n ${args[0]} failed:\n${lastLines(output)}`);
}
