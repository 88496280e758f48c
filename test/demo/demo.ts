/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a command of the project, not a node */
import { demoArguments, usage } from './arguments';
import { explain } from './explain';
import { listenForInterruption } from './interruption';
import { runDemo } from './run';
import { print, printError, styled } from './terminal';

/** Runs the demo and gives the exit code: 0 also when somebody has ended it with Ctrl-C. */
async function demo(args: string[]): Promise<number> {
	const stop = listenForInterruption();
	try {
		const options = demoArguments(args);
		if (options.help) {
			print(usage);
			return 0;
		}
		print(styled('bold', 'n8n-nodes-smile: a real n8n beside a simulated Smile'));
		await runDemo(options, stop);
	} catch (error) {
		// Whatever was under way then fails because it was stopped.
		if (!stop.aborted) {
			printError(explain(error as Error));
			return 1;
		}
		print('\nStopped; nothing is left running. npm run demo begins again.');
	}
	return 0;
}

void demo(process.argv.slice(2)).then((code) => process.exit(code));
