/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the harness reads a file and its environment */
import { readFileSync } from 'node:fs';
import { callOnce } from '../callOnce';
import type { N8n } from '../types';
import type { Lent } from './kept';
import { KEEPER_VARIABLE } from './setup';

export interface BorrowedN8n extends N8n {
	/** Where its workflows may write files. */
	files: string;
	/** Starts it again after it was ended, with all that is stored in it. */
	again(): Promise<BorrowedN8n>;
}

async function ask(method: string, query = ''): Promise<Lent> {
	const borrower = process.env.JEST_WORKER_ID ?? '1';
	const answer = await callOnce(`${process.env[KEEPER_VARIABLE]}/${borrower}${query}`, { method });
	const text = await answer.text();
	if (!answer.ok) throw new Error(text);
	return JSON.parse(text) as Lent;
}

/**
 * An n8n that runs already, or is started now and stays for the next test files of this process. It may be ended and
 * started again; its log begins where it is borrowed or started.
 */
export async function borrowN8n(): Promise<BorrowedN8n> {
	const lent = await ask('GET');
	return borrowed(lent, readFileSync(lent.logFile, 'utf8').length);
}

function borrowed({ logFile, ...lent }: Lent, from: number): BorrowedN8n {
	const wholeLog = () => readFileSync(logFile, 'utf8');
	return {
		...lent,
		log: () => wholeLog().slice(from),
		stop: async () => void (await ask('DELETE')),
		kill: async () => void (await ask('DELETE', '?signal=SIGKILL')),
		async again() {
			const ended = wholeLog().length;
			return borrowed(await ask('GET'), ended);
		},
	};
}
