/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- talks to a person at a terminal */
import { createInterface } from 'node:readline/promises';

/** Whoever runs the probe. */
export interface Person {
	/** Asks a question that is answered with yes or no; undefined where nobody is there to ask. */
	confirm(question: string, stop?: AbortSignal): Promise<boolean | undefined>;
}

/** Nobody: a run without a terminal. */
export const nobody: Person = { confirm: async () => undefined };

/** The person at this terminal; nobody where there is none. */
export function personAtTerminal(): Person {
	if (!process.stdin.isTTY || !process.stderr.isTTY) return nobody;
	return {
		confirm: async (question, stop) => {
			const lines = createInterface({ input: process.stdin, output: process.stderr });
			try {
				const options = stop ? { signal: stop } : {};
				const answer = await lines.question(`\n${question} (yes/no) `, options);
				return /^\s*y(es)?\s*$/i.test(answer);
			} finally {
				lines.close();
			}
		},
	};
}
