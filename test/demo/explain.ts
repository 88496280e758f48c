import { AdvisedError } from './advisedError';
import { usage } from './arguments';

/** What happened and what to do, for the person at the terminal. */
export function explain(error: Error): string {
	const { message } = error;
	if ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
		return `${message}\n\n${usage}`;
	}
	if (error instanceof AdvisedError) return message;
	const taken = /n8n's port (\d+) is already in use/.exec(message);
	if (taken) {
		return `Another program took port ${taken[1]} while n8n was starting. Run npm run demo again.`;
	}
	return `${message}\n\nNothing is left running. Run npm run demo to try again.`;
}
