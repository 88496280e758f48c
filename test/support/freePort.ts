/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- tries ports */
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below those that a system gives to whoever listens on port 0 or connects: none of these takes it meanwhile. */
const range = { from: 15_000, to: 32_000 };

/**
 * A TCP port of 127.0.0.1 that nobody listens on at this moment, for programs that cannot be
 * told to pick one themselves. Servers of ours listen on port 0 instead.
 */
export async function freePort(): Promise<number> {
	for (;;) {
		const port = randomInt(range.from, range.to);
		if (await isFree(port)) return port;
	}
}

async function isFree(port: number): Promise<boolean> {
	const server = createServer();
	try {
		const listening = once(server, 'listening');
		server.listen(port, '127.0.0.1');
		await listening;
		server.close();
		await once(server, 'close');
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
		throw error;
	}
}
