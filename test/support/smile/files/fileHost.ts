/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a plain web server that sees raw headers */
import { once } from 'node:events';
import {
	createServer,
	type IncomingMessage,
	type RequestListener,
	type Server,
	type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Faults } from '../faults';
import type { SmileOptions } from '../options';
import { sendFile } from './fileAnswer';
import type { FileFault } from './fileFaults';
import { FileShelf } from './fileShelf';

/** A request that reached the file host, or the other host that it may lead to. */
export interface FileRequest {
	method: string;
	/** The `Host` header: a name and a port. */
	host: string;
	path: string;
	/** All of them: no key and no cookie belongs here. */
	headers: NodeJS.Dict<string | string[]>;
	status: number | null;
}

/** Where files are: another host than the API's, which asks nobody for a key. */
export interface FileHost {
	/** Such as http://127.0.0.1:PORT. */
	origin: string;
	/** Another host, which has the same files. */
	otherOrigin: string;
	shelf: FileShelf;
	faults: Faults<FileFault>;
	requests: FileRequest[];
	/** The status of files that are no longer there. */
	goneStatus: number;
	close(): Promise<void>;
}

export async function startFileHost(tls: SmileOptions['tls']): Promise<FileHost> {
	const shelf = new FileShelf();
	const listener: RequestListener = (request, response) => void answer(host, request, response);
	const servers = await Promise.all([listen(listener, tls), listen(listener, tls)]);
	const [port, otherPort] = servers.map((server) => (server.address() as AddressInfo).port);
	const scheme = tls ? 'https' : 'http';
	const host: FileHost = {
		origin: `${scheme}://127.0.0.1:${port}`,
		otherOrigin: `${scheme}://localhost:${otherPort}`,
		shelf,
		faults: new Faults<FileFault>(),
		requests: [],
		goneStatus: 404,
		close: async () => void (await Promise.all(servers.map(end))),
	};
	shelf.origin = host.origin;
	return host;
}

async function listen(listener: RequestListener, tls: SmileOptions['tls']): Promise<Server> {
	const server = tls ? createSecureServer(tls, listener) : createServer(listener);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return server;
}

async function end(server: Server): Promise<void> {
	server.closeAllConnections();
	server.close();
	await once(server, 'close');
}

async function answer(
	host: FileHost,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const { method = '', url = '', headers } = request;
	const record: FileRequest = {
		method,
		host: headers.host ?? '',
		path: url,
		headers,
		status: null,
	};
	host.requests.push(record);
	// A client that goes away is no failure of the host.
	response.on('error', () => undefined);
	const fault = host.faults.take(method, url.replace(/\?.*$/s, ''));
	if (fault?.kind === 'drop') return void response.destroy();
	if (fault?.kind === 'slow') await pause(fault.ms, undefined, { ref: false });
	if (fault?.kind === 'status') plain(response, fault.status, fault.body ?? '<html>no</html>');
	else if (fault?.kind === 'redirect') redirect(host, response, url, fault);
	else {
		const found = host.shelf.find(url);
		if (typeof found === 'string') plain(response, found === 'gone' ? host.goneStatus : 404, found);
		else await sendFile(response, found, fault, method === 'HEAD');
	}
	record.status = response.statusCode;
}

function plain(response: ServerResponse, status: number, body: string): void {
	response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body);
}

function redirect(
	{ origin, otherOrigin }: FileHost,
	response: ServerResponse,
	path: string,
	{ to, status = 302 }: Extract<FileFault, { kind: 'redirect' }>,
): void {
	const otherPort = new URL(otherOrigin).port;
	const places = {
		sameHost: `${origin}${path.replace(/\?.*$/s, '')}?redirected=1`,
		otherHost: otherOrigin + path,
		otherPort: origin.replace(/\d+$/, otherPort) + path,
	};
	const location = typeof to === 'string' ? places[to] : to.url;
	response.writeHead(status, { location, 'set-cookie': 'visit=example' }).end();
}
