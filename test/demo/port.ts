/* eslint-disable @n8n/community-nodes/no-restricted-imports -- asks the system for a port */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { freePort } from '../support/freePort';
import { AdvisedError } from './advisedError';

/** Where n8n listens when nobody says otherwise. */
const usualPort = 5678;

export interface ChosenPort {
	port: number;
	/** What a person should know about the choice. */
	note: string;
}

/** The wanted port, which must be free; without a wish n8n's usual one, or a free one instead. */
export async function choosePort(wanted?: number): Promise<ChosenPort> {
	const port = wanted ?? usualPort;
	const obstacle = await findObstacle(port);
	if (obstacle === undefined) return { port, note: `n8n will listen on port ${port}` };
	if (wanted !== undefined) {
		throw new AdvisedError(
			`Port ${port} ${obstacle}. End what uses it, or choose another: npm run demo -- --port 5700`,
		);
	}
	const instead = await freePort();
	return { port: instead, note: `Port ${port} ${obstacle}; n8n will listen on ${instead} instead` };
}

/** Why nobody can listen on a port of 127.0.0.1 now; undefined when it is free. */
async function findObstacle(port: number): Promise<string | undefined> {
	const server = createServer();
	try {
		server.listen(port, '127.0.0.1');
		await once(server, 'listening');
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		return code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${code})`;
	}
	server.close();
	await once(server, 'close');
	return undefined;
}
