/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a command of the project, not a node */
import { AdvisedError } from '../demo/advisedError';
import { probeCommand } from './command';
import { personAtTerminal } from './person';

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.on(signal, () => interruption.abort());
}

probeCommand(process.argv.slice(2), {
	env: process.env,
	person: personAtTerminal(),
	stop: interruption.signal,
	visit: async (address) => await fetch(address, { signal: AbortSignal.timeout(10_000) }),
	print: (text) => process.stdout.write(`${text}\n`),
	tell: (text) => process.stderr.write(`${text}\n`),
}).then(
	(code) => (process.exitCode = code),
	(error: Error) => {
		process.stderr.write(`${error instanceof AdvisedError ? error.message : error.stack}\n`);
		process.exitCode = 1;
	},
);
