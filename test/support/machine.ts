/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the only door from tests to the environment */

/** What tests need to know of the machine they run on. */
export const machine = {
	/** An environment variable; empty counts as not set. */
	variable: (name: string): string | undefined => process.env[name] || undefined,
	/** Writes a line for the person who runs the tests. */
	notice: (text: string): void => void process.stderr.write(`${text}\n`),
};
