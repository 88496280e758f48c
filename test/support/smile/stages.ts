import type { FastifyInstance } from 'fastify';
import { SmileRefusal } from './envelope';
import { entryOf } from './exchange';
import type { SmileSwitches } from './switches';

/** Refuses the stages of the API that the tenant has no access to: Smile gives it by invitation. */
export function guardStages(server: FastifyInstance, switches: SmileSwitches): void {
	server.addHook('preHandler', async (request) => {
		const stage = entryOf(request).path.split('/')[1];
		if (!switches.closedStages.some((closed) => closed === stage)) return;
		throw new SmileRefusal(switches.closedAnswer, 'There is no access to this');
	});
}
