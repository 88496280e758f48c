/* eslint-disable @n8n/community-nodes/no-restricted-imports -- asks the system for a port */
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/**
 * A TCP port of 127.0.0.1 that nobody listens on at this moment, for programs that cannot be
 * told to pick one themselves. Servers of ours listen on port 0 instead.
 */
export async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}
