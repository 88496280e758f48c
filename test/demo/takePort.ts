/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- listens on a port */
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** Listens on a port of 127.0.0.1, 0 for a free one; whoever has it already may keep it. */
export async function takePort(
	wanted: number,
): Promise<{ port: number; release(): Promise<void> }> {
	const server = createServer();
	try {
		server.listen(wanted, '127.0.0.1');
		await once(server, 'listening');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
		return { port: wanted, release: async () => {} };
	}
	return {
		port: (server.address() as AddressInfo).port,
		async release() {
			server.close();
			await once(server, 'close');
		},
	};
}
