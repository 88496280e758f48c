/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the harness works on files */
import { mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './command';
import { exists } from './files';
import { explainNpmFailure } from './npmFailure';
import { withLock } from './lock';
import { nodeBinary } from './nodeBinary';
import { reportProgress } from './progress';
import { makeSeed } from './seed';
import type { EnsureOptions, N8nInstallation } from './types';
import { wantedVersion } from './version';

/**
 * n8n 1 takes the library of its Spreadsheet File node from its maker's own server, which many networks
 * do not let through; npm's registry has an older one. Nothing in the tests reads a spreadsheet.
 */
const fromRegistry = { xlsx: '0.18.5' };

const neededBytes = 4 * 1024 ** 3;

/** Where n8n is kept between runs: never inside the checkout. */
export function cacheFolder(): string {
	const { N8N_NODES_SMILE_CACHE: own, XDG_CACHE_HOME: shared } = process.env;
	if (own) return own;
	return join(shared || join(homedir(), '.cache'), 'n8n-nodes-smile');
}

function describe(version: string): N8nInstallation & { marker: string } {
	const directory = join(cacheFolder(), `n8n-${version}`);
	const bin = join(directory, 'node_modules/n8n/bin/n8n');
	return { version, directory, bin, marker: join(directory, '.ready') };
}

/** Says what is wrong with an installation, or nothing when n8n and its native parts load. */
async function findFault({
	version,
	directory,
	bin,
}: N8nInstallation): Promise<string | undefined> {
	const asked = await runCommand(nodeBinary(), [bin, '--version'], { cwd: directory });
	if (asked.stdout.trim() !== version) return 'n8n does not start';

	for (const name of await nativeParts(directory)) {
		const loaded = await runCommand(nodeBinary(), ['-e', `require('${name}')`], { cwd: directory });
		if (loaded.code !== 0) return `${name} does not load under this Node.js`;
	}
	return undefined;
}

/** The packages with compiled code that n8n cannot do without; n8n 1 has no isolated-vm. */
async function nativeParts(directory: string): Promise<string[]> {
	const manifest = await readFile(join(directory, 'node_modules/n8n/package.json'), 'utf8');
	const { dependencies } = JSON.parse(manifest) as { dependencies: Record<string, string> };
	return ['sqlite3', 'isolated-vm'].filter((name) => name in dependencies);
}

async function checkDisk(folder: string): Promise<void> {
	const { bavail, bsize } = await statfs(folder);
	const free = bavail * bsize;
	if (free >= neededBytes) return;
	throw new Error(
		`n8n needs about 4 GB in ${folder}, and ${(free / 1024 ** 3).toFixed(1)} GB are free. ` +
			'Free some space, or set N8N_NODES_SMILE_CACHE to a folder on another disk.',
	);
}

async function npm(args: string[], directory: string, what: string): Promise<void> {
	// sqlite3 asks for its prebuilt binary first and is compiled where there is none.
	const result = await runCommand('npm', args, { cwd: directory, env: { CI: 'true' } });
	if (result.code !== 0) throw new Error(explainNpmFailure(what, result.output));
}

async function installFresh(
	{ version, directory }: N8nInstallation,
	onProgress: (line: string) => void,
): Promise<void> {
	await rm(directory, { recursive: true, force: true });
	await mkdir(directory, { recursive: true });
	await checkDisk(directory);
	const manifest = { name: 'n8n-cache', private: true, overrides: fromRegistry };
	await writeFile(join(directory, 'package.json'), `${JSON.stringify(manifest, null, '\t')}\n`);

	const stop = reportProgress(
		`Installing n8n ${version}`,
		join(directory, 'node_modules'),
		onProgress,
	);
	try {
		const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
		await npm(['install', `n8n@${version}`, '--ignore-scripts', ...quiet], directory, 'n8n');
		await npm(['rebuild', 'sqlite3', ...quiet], directory, 'sqlite3');
	} finally {
		stop();
	}
}

/** Proves that an installation works by letting it build its database; says what is wrong if not. */
async function prove(
	n8n: N8nInstallation,
	onProgress: (line: string) => void,
): Promise<string | undefined> {
	const fault = await findFault(n8n);
	if (fault) return fault;

	onProgress(`Starting n8n ${n8n.version} once to build its database`);
	return await makeSeed(n8n).then(
		() => undefined,
		(error: Error) => error.message,
	);
}

/**
 * Gives an n8n that works, installing it on first use: 2 to 3 GB and some minutes, once. Two runs
 * at a time share one installation, and one that was interrupted is replaced.
 */
export async function ensureN8n({
	version = wantedVersion,
	onProgress = () => {},
}: EnsureOptions = {}): Promise<N8nInstallation> {
	const { marker, ...n8n } = describe(version);
	if (await exists(marker)) return n8n;

	const complete = async () => {
		if (await exists(marker)) return n8n;
		let fault = (await exists(n8n.bin)) ? await prove(n8n, onProgress) : 'it is not there';
		if (fault) {
			onProgress(`No n8n to use in ${n8n.directory}: ${fault.split('\n')[0]}`);
			await installFresh(n8n, onProgress);
			fault = await prove(n8n, onProgress);
		}
		if (fault) throw new Error(`n8n ${version} was installed, but it does not work: ${fault}`);
		await writeFile(marker, `${new Date().toISOString()}\n`);
		return n8n;
	};
	return await withLock(`${n8n.directory}.lock`, complete, (pid) =>
		onProgress(`Process ${pid} is installing n8n ${version}; waiting`),
	);
}
