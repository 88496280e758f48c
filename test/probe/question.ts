import type { DataAnswers } from '../support/smile/data/answers';
import type { SmileOptions } from '../support/smile/options';
import type { SmileSwitches } from '../support/smile/switches';
import type { Probe } from './probe';

/** A setting of the simulated Smile: a switch, or what stands for one elsewhere. */
export type SwitchName =
	| keyof SmileSwitches
	| `answers.${keyof DataAnswers}`
	| `options.${keyof Pick<SmileOptions, 'wrongKeyAnswer' | 'withoutSecretEcho' | 'onePerAddress'>}`;

/** What came out of a question. */
export interface Seen {
	/** A sentence without keys, ids, addresses and names. */
	seen: string;
	/** What the switch should be; undefined where nothing that was seen decides it. */
	value?: unknown;
}

interface Open {
	/** Stays, so that reports of different releases can be compared. */
	id: string;
	question: string;
	/** What the simulated Smile leaves open with it. */
	decides?: SwitchName;
	/** What the package does, so that either answer is safe. */
	until: string;
}

/** A question that one run of a program can answer. */
export interface Question extends Open {
	/** What it needs beside a key and a receiver. */
	needs?: keyof typeof needs;
	ask(probe: Probe): Promise<Seen>;
}

/** A question that no single run of a program can answer. */
export interface LaterQuestion extends Open {
	how: string;
}

/** What some questions need. */
export const needs = {
	account: '`SMILE_PROBE_ACCOUNT`, or an account in the sandbox',
	ownAccount: '`SMILE_PROBE_ACCOUNT`',
	payslip: '`SMILE_PROBE_PAYSLIP`',
	invite: '`SMILE_PROBE_EMAIL`, and a yes at the terminal',
	query: 'a yes at the terminal',
} as const;
