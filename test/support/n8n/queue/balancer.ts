/* eslint-disable @n8n/community-nodes/no-restricted-imports -- passes connections on */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { pipeline } from 'node:stream';
import { Gathering } from './gathering';
import type { Readiness } from './readiness';

export interface Balancer {
	origin: string;
	/** Lets requests of this method wait until there are so many at the same time; then all of them go on. */
	gather(count: number, method: string): void;
	close(): Promise<void>;
}

async function connected(port: number): Promise<Socket | undefined> {
	const socket = connect(port, '127.0.0.1');
	try {
		await once(socket, 'connect');
		return socket;
	} catch {
		// Nobody listens there at the moment: the next one is tried.
		return undefined;
	}
}

/**
 * Spreads connections over servers on these ports of 127.0.0.1 in turn, as a load balancer in
 * front of n8n's webhook processors does. A server that is not ready or refuses the connection is
 * passed over; a connection that breaks later is broken for the sender too.
 */
export async function startBalancer(
	ports: readonly number[],
	readiness?: Readiness,
): Promise<Balancer> {
	const open = new Set<Socket>();
	const keep = (socket: Socket) => {
		open.add(socket);
		socket.on('close', () => open.delete(socket));
	};
	let turn = 0;
	const pass = async (incoming: Socket) => {
		const first = turn++;
		for (let tries = 0; tries < ports.length; tries += 1) {
			const port = ports[(first + tries) % ports.length];
			if (readiness && !readiness.isReady(port)) continue;
			const outgoing = await connected(port);
			if (!outgoing) {
				readiness?.markDown(port);
				continue;
			}
			keep(outgoing);
			// An end or error of one side reaches the other; whoever sent sees it and sends again.
			pipeline(incoming, outgoing, () => undefined);
			pipeline(outgoing, incoming, () => undefined);
			return;
		}
		incoming.destroy();
	};

	const gathering = new Gathering((incoming) => void pass(incoming));
	const server = createServer((incoming) => {
		keep(incoming);
		incoming.on('error', () => incoming.destroy());
		gathering.arrive(incoming);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		gather: (count, method) => gathering.expect(count, method),
		close: async () => {
			readiness?.stop();
			for (const socket of open) socket.destroy();
			server.close();
			await once(server, 'close');
		},
	};
}
