/* eslint-disable @n8n/community-nodes/no-restricted-imports -- listens on a port */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

interface NewHook {
	config: { url: string; secret: string };
	events: string[];
}

export interface FakeGithub {
	origin: string;
	/** The secret that the trigger made for its newest hook. */
	secret(): string;
	close(): Promise<void>;
}

/** As much of GitHub as its trigger needs to register: any path, one hook. */
export async function startFakeGithub(): Promise<FakeGithub> {
	let hook: NewHook | undefined;
	const server = createServer((request, response) => {
		void bodyOf(request).then((body) => {
			if (request.method === 'POST') hook = JSON.parse(body) as NewHook;
			if (request.method === 'DELETE') {
				response.writeHead(204).end();
				return;
			}
			const answer = { id: 1, active: true, events: hook?.events, config: hook?.config };
			response.writeHead(request.method === 'POST' ? 201 : 200, {
				'content-type': 'application/json',
			});
			response.end(JSON.stringify(answer));
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		secret() {
			if (!hook) throw new Error('The GitHub Trigger has registered no hook');
			return hook.config.secret;
		},
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const received: Buffer[] = [];
	for await (const chunk of request) received.push(chunk as Buffer);
	return Buffer.concat(received).toString();
}
