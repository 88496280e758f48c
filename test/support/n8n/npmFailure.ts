import { lastLines } from './command';

const causes: Array<{ pattern: RegExp; advice: string }> = [
	{
		pattern: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i,
		advice: 'npm could not reach its registry. Check the network and the proxy, then run it again.',
	},
	{
		pattern: /ENOSPC|no space left/i,
		advice: 'The disk is full. Free some space, or set N8N_NODES_SMILE_CACHE to another disk.',
	},
	{
		pattern: /EACCES|EPERM|EROFS/,
		advice: 'The cache folder cannot be written. Set N8N_NODES_SMILE_CACHE to one that can.',
	},
	{
		pattern: /ETARGET|E404|notarget/,
		advice: 'npm does not offer this version, or not one of the packages it needs.',
	},
	{
		pattern: /node-gyp|gyp ERR|not found: make/,
		advice:
			'sqlite3 had to be compiled and could not be: it needs python3, make and a C++ compiler.',
	},
];

/** Turns npm's output into what happened and what to do, followed by npm's own last lines. */
export function explainNpmFailure(what: string, output: string): string {
	const advice = causes.find(({ pattern }) => pattern.test(output))?.advice;
	const facts = lastLines(output.replace(/^(npm error\s+at |npm error A complete log).*\n?/gm, ''));
	return [`${what} could not be installed.`, advice, facts].filter(Boolean).join('\n');
}
