/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a command of the project, not a node */
import { parseArgs } from 'node:util';
import { AdvisedError } from './advisedError';

export interface DemoOptions {
	/** End after the scripted deliveries. */
	once: boolean;
	/** TCP port for n8n; without it 5678, or a free one where 5678 is taken. */
	port?: number;
	help: boolean;
}

export const usage = `Usage: npm run demo [-- options]

  --once      end after the scripted deliveries
  --port N    n8n listens on this port of 127.0.0.1 (5678 unless it is taken)
  --help      show this text`;

/** Reads the command line; throws a sentence for whoever typed it. */
export function demoArguments(args: string[]): DemoOptions {
	const { values } = parseArgs({
		args,
		options: {
			once: { type: 'boolean', default: false },
			port: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	return { once: values.once, help: values.help, port: portOf(values.port) };
}

function portOf(text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	const port = Number(text);
	if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
	throw new AdvisedError(`--port takes a number from 1 to 65535, not "${text}".`);
}
