/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the harness works on files */
import { access, cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastLines, runCommand } from './command';
import { checkout } from './nodeBinary';
import { ensureZod, wantedZod } from './zod';

interface Manifest {
	name: string;
	version: string;
	n8n: { nodes: string[]; credentials: string[] };
	devDependencies?: Record<string, string>;
	peerDependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
}

async function readManifest(folder: string): Promise<Manifest> {
	return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
}

async function expectSuccess(file: string, args: string[], cwd: string): Promise<void> {
	const result = await runCommand(file, args, { cwd });
	if (result.code === 0) return;
	throw new Error(`${file} ${args[0]} failed:\n${lastLines(result.output)}`);
}

/** Fails when a file that package.json names has not been built. */
async function checkBuilt(source: string): Promise<void> {
	const { n8n } = await readManifest(source);
	for (const file of [...n8n.nodes, ...n8n.credentials]) {
		await access(join(source, file)).catch(() => {
			throw new Error(`${file} is missing: run npm run build first.`);
		});
	}
}

/** Packs a package as npm would publish it and unpacks it into a folder. */
export async function packInto(folder: string, source = checkout): Promise<void> {
	await checkBuilt(source);
	const parcel = await mkdtemp(join(tmpdir(), 'n8n-nodes-smile-pack-'));
	try {
		const pack = ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', parcel];
		await expectSuccess('npm', pack, source);
		const tarball = (await readdir(parcel)).find((name) => name.endsWith('.tgz'));
		if (!tarball) throw new Error('npm pack wrote no tarball');

		await mkdir(folder, { recursive: true });
		await expectSuccess(
			'tar',
			['-xzf', join(parcel, tarball), '-C', folder, '--strip-components=1'],
			parcel,
		);
	} finally {
		await rm(parcel, { recursive: true, force: true });
	}
}

/**
 * Installs this package into a user folder in the steps of n8n's own installer
 * (community-packages.service.js of 2.41.1): pack, unpack, strip, npm install, ledger.
 * Returns the folder of the installed package.
 */
export async function packAndInstall(userFolder: string, source = checkout): Promise<string> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	const { name } = await readManifest(source);
	const target = join(nodes, 'node_modules', name);
	await rm(target, { recursive: true, force: true });
	await packInto(target, source);

	const manifest = await readManifest(target);
	delete manifest.devDependencies;
	delete manifest.peerDependencies;
	delete manifest.optionalDependencies;
	await writeFile(join(target, 'package.json'), JSON.stringify(manifest, null, 2));
	const flags = ['--audit=false', '--fund=false', '--bin-links=false', '--ignore-scripts=true'];
	const layout = ['--install-strategy=shallow', '--package-lock=false'];
	await expectSuccess('npm', ['install', ...flags, ...layout], target);
	// Where another package brings its own zod, npm puts it here, in front of n8n's.
	if (wantedZod) {
		await cp(await ensureZod(wantedZod), join(nodes, 'node_modules', 'zod'), { recursive: true });
	}

	const ledger = {
		name: 'installed-nodes',
		private: true,
		dependencies: { [name]: manifest.version },
	};
	await writeFile(join(nodes, 'package.json'), JSON.stringify(ledger, null, 2));
	return target;
}
