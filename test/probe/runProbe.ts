import { randomBytes } from 'node:crypto';
import { clearAway } from './clearAway';
import { SmileClient } from './client';
import { hiding } from './hide';
import { Made, type Leftover } from './made';
import { usualPatience, type Patience } from './patience';
import type { Person } from './person';
import { NotAsked, Stopped, type Probe } from './probe';
import type { Question, SwitchName } from './question';
import { unreachable, type Visit } from './reach';
import { Receiver } from './receiver';
import type { ProbeSettings } from './settings';

export type State = 'answered' | 'undecided' | 'not asked' | 'failed';

/** What became of one question. */
export interface Outcome {
	id: string;
	question: string;
	decides?: SwitchName;
	state: State;
	seen: string;
	/** What the switch should be, where the question decided it. */
	value?: unknown;
}

export interface ProbeReport {
	outcomes: Outcome[];
	/** What is still at Smile. */
	leftovers: Leftover[];
}

export interface ProbeOptions {
	questions: readonly Question[];
	person: Person;
	patience?: Patience;
	stop?: AbortSignal;
	/** Calls the receiver's public address; without it, nobody looks where that leads. */
	visit?: Visit;
	/** Told of each outcome as soon as it is there. */
	progress?(outcome: Outcome): void;
	/** Told what may spoil the answers. */
	warn?(text: string): void;
}

/** Asks the questions one after the other, then deletes what was made for them, whatever happened. */
export async function runProbe(
	settings: ProbeSettings,
	{ questions, person, patience = usualPatience, stop, visit, progress, warn }: ProbeOptions,
): Promise<ProbeReport> {
	const mark = randomBytes(12).toString('hex');
	const made = new Made();
	const interrupted = stop ?? new AbortController().signal;
	const receiver = new Receiver(mark, interrupted);
	const client = new SmileClient(settings, patience, interrupted);
	const probe = { settings, patience, client, receiver, made, person, mark, stop: interrupted };
	const hide = hiding(secretsOf(probe));
	const outcomes: Outcome[] = [];
	let leftovers: Leftover[] = [];
	await receiver.listen(settings.receiverPort);
	try {
		const warning = visit && (await unreachable(settings, receiver, mark, visit));
		if (warning) warn?.(warning);
		let end: string | undefined;
		for (const question of questions) {
			const { outcome, stopped } = await outcomeOf(question, probe, end);
			end ??= stopped;
			outcomes.push({ ...outcome, seen: hide(outcome.seen) });
			progress?.(outcomes[outcomes.length - 1]);
		}
	} finally {
		// A client of its own: an interrupted run clears away, too.
		leftovers = await clearAway(new SmileClient(settings, patience), made, mark);
		await receiver.close();
	}
	return { outcomes, leftovers };
}

async function outcomeOf(
	{ id, question, decides, ask }: Question,
	probe: Probe,
	end?: string,
): Promise<{ outcome: Outcome; stopped?: string }> {
	const about = { id, question, ...(decides ? { decides } : {}) };
	if (end !== undefined) return { outcome: { ...about, state: 'not asked', seen: end } };
	try {
		const { seen, value } = await ask(probe);
		const state = decides && value === undefined ? 'undecided' : 'answered';
		return { outcome: { ...about, state, seen, ...(value === undefined ? {} : { value }) } };
	} catch (error) {
		const seen = (error as Error).message;
		if (probe.stop.aborted) return stoppedAt(about, 'The run was interrupted');
		if (error instanceof Stopped) return stoppedAt(about, seen);
		const state = error instanceof NotAsked ? 'not asked' : 'failed';
		return { outcome: { ...about, state, seen } };
	}
}

function stoppedAt(about: Pick<Outcome, 'id' | 'question' | 'decides'>, seen: string) {
	return { outcome: { ...about, state: 'not asked' as const, seen }, stopped: seen };
}

function secretsOf({ settings, mark }: Probe): Array<string | undefined> {
	const { apiKey, apiSecret, receiverUrl, account, payslip, email } = settings;
	const pair = Buffer.from(`${apiKey}:${apiSecret}`).toString('base64');
	return [
		pair,
		apiKey,
		apiSecret,
		receiverUrl,
		new URL(receiverUrl).host,
		account,
		payslip,
		email,
		mark,
	];
}
