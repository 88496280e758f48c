import type { INodeType } from 'n8n-workflow';
import { startCore } from './core';
import { RemovalClock } from './removalClock';

/** The trigger as another process of n8n has it, or the same one after a restart: with a memory of its own. */
export interface AnotherProcess {
	nodeType: INodeType;
	clock: RemovalClock;
}

/** Only the package's own modules are loaded anew: n8n's are those of this process, and take long. */
const ofThisProcess = ['n8n-workflow', 'zod/v4'];

export async function anotherProcess(): Promise<AnotherProcess> {
	await startCore();
	for (const name of ofThisProcess) {
		const loaded: unknown = await import(name);
		jest.doMock(name, () => loaded);
	}
	const started: AnotherProcess[] = [];
	await jest.isolateModulesAsync(async () => {
		const { SmileTrigger } = await import('../../../nodes/Smile/SmileTrigger.node');
		const { clock } = await import('../../../nodes/Smile/activation/clock');
		started.push({ nodeType: new SmileTrigger(), clock: new RemovalClock().rule(clock) });
	});
	ofThisProcess.forEach((name) => jest.dontMock(name));
	return started[0];
}
