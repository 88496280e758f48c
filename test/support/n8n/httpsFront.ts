/* eslint-disable @n8n/community-nodes/no-restricted-imports -- puts a proxy in front of n8n */
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createServer } from 'node:tls';
import { freePort } from '../freePort';
import { selfSigned } from './certificate';
import { childEnvironment } from './nodeBinary';

/** A reverse proxy with a certificate of its own, as the public address of an n8n on this machine. */
export interface HttpsFront {
	/** What n8n has to be started with to be behind it and to trust it. */
	options: { port: number; publicUrl: string; env: Record<string, string> };
	close(): Promise<void>;
}

/** Starts the proxy before n8n: both have to know each other's port, n8n's being free unless said otherwise. */
export async function startHttpsFront(given: { port?: number } = {}): Promise<HttpsFront> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-smile-https-'));
	const certificate = join(folder, 'certificate.pem');
	const { key, cert } = selfSigned('localhost');
	await writeFile(certificate, cert + (await trustedBefore()));

	const port = given.port ?? (await freePort());
	const open = new Set<Socket>();
	const keep = (socket: Socket) => {
		open.add(socket);
		socket.on('close', () => open.delete(socket));
	};
	const server = createServer({ key, cert }, (incoming) => {
		const outgoing = connect(port, '127.0.0.1');
		keep(outgoing);
		// An end or error of one side reaches the other; whoever sent sees it.
		pipeline(incoming, outgoing, () => undefined);
		pipeline(outgoing, incoming, () => undefined);
	});
	server.on('connection', keep).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const publicUrl = `https://localhost:${(server.address() as AddressInfo).port}`;
	return {
		options: { port, publicUrl, env: { NODE_EXTRA_CA_CERTS: certificate } },
		async close() {
			for (const socket of open) socket.destroy();
			server.close();
			await once(server, 'close');
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** The certificates that programs started from here trust already, where there are any. */
async function trustedBefore(): Promise<string> {
	const { NODE_EXTRA_CA_CERTS: file } = childEnvironment();
	return file ? await readFile(file, 'utf8') : '';
}
