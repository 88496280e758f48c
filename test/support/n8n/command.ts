/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- the harness starts programs */
import { spawn } from 'node:child_process';
import { guard } from './guard';
import { childEnvironment } from './nodeBinary';

export interface CommandResult {
	/** The exit code; -1 when the program could not be started or was killed. */
	code: number;
	/** Standard output and standard error, mixed. */
	output: string;
	/** Standard output alone. */
	stdout: string;
}

export interface CommandOptions {
	cwd: string;
	env?: Record<string, string>;
	/** Milliseconds after which the program is killed. */
	timeoutMs?: number;
	/** Whose program it is to be; without one, that of who runs the tests. */
	account?: { uid: number; gid: number };
}

/** Runs a program to its end without a shell or standard input; never throws because of its exit code. */
export function runCommand(
	file: string,
	args: string[],
	{ cwd, env, timeoutMs, account }: CommandOptions,
): Promise<CommandResult> {
	return new Promise((resolve) => {
		const child = spawn(file, args, {
			cwd,
			env: childEnvironment(env),
			stdio: ['ignore', 'pipe', 'pipe'],
			timeout: timeoutMs,
			...account,
		});
		const dismiss = child.pid === undefined ? () => {} : guard(child.pid);
		let output = '';
		let stdout = '';
		child.stdout.on('data', (chunk: Buffer) => {
			stdout += chunk.toString();
			output += chunk.toString();
		});
		child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
		child.on('error', (error) => resolve({ code: -1, output: error.message, stdout }));
		child.on('close', (code) => {
			dismiss();
			resolve({ code: code ?? -1, output, stdout });
		});
	});
}

/** The last lines of a program's output, for an error message. */
export function lastLines(output: string, count = 15): string {
	return output.trim().split('\n').slice(-count).join('\n');
}
