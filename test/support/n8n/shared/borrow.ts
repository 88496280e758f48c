/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the harness reads a file and its environment */
import { readFileSync } from 'node:fs';
import type { N8n } from '../types';
import type { Lent } from './keeper';
import type { Kind } from './kinds';
import { KEEPER_VARIABLE } from './setup';

export interface BorrowedN8n extends N8n {
	/** Where its workflows may write files. */
	files: string;
}

/** An n8n that runs already, or is started now and stays for the next test files of this process. */
export async function borrowN8n(kind: Kind): Promise<BorrowedN8n> {
	const borrower = process.env.JEST_WORKER_ID ?? '1';
	const answer = await fetch(`${process.env[KEEPER_VARIABLE]}/${kind}/${borrower}`);
	const text = await answer.text();
	if (!answer.ok) throw new Error(text);
	const { logFile, ...lent } = JSON.parse(text) as Lent;
	const wholeLog = () => readFileSync(logFile, 'utf8');
	const before = wholeLog().length;
	const refuse = async () =>
		await Promise.reject(new Error('This n8n belongs to other tests too: start one of your own'));
	return { ...lent, log: () => wholeLog().slice(before), stop: refuse, kill: refuse };
}
