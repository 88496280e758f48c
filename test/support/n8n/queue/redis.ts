/* eslint-disable @n8n/community-nodes/no-restricted-imports -- asks a port whether somebody answers */
import { once } from 'node:events';
import { connect } from 'node:net';
import { freePort } from '../../freePort';
import { startDaemon } from './daemon';
import { program } from './programs';

export interface Redis {
	/** What tells n8n to use this Redis for its queue. */
	environment: Record<string, string>;
	stop(): Promise<void>;
}

async function answersPing(port: number): Promise<boolean> {
	const socket = connect(port, '127.0.0.1');
	try {
		await once(socket, 'connect');
		socket.write('PING\r\n');
		const [answer] = (await once(socket, 'data')) as [Buffer];
		return answer.toString().startsWith('+PONG');
	} catch {
		return false;
	} finally {
		socket.destroy();
	}
}

/** Starts an empty Redis of its own on 127.0.0.1 that keeps nothing on disk. */
export async function startRedis(folder: string): Promise<Redis> {
	const port = await freePort();
	const listen = ['--bind', '127.0.0.1', '--port', String(port)];
	const server = await startDaemon({
		name: 'Redis',
		file: program('redis-server'),
		args: [...listen, '--save', '', '--appendonly', 'no', '--dir', folder],
		cwd: folder,
		isReady: async () => await answersPing(port),
	});
	return {
		environment: { QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: String(port) },
		stop: async () => await server.end('SIGTERM'),
	};
}
