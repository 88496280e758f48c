/* eslint-disable @n8n/community-nodes/no-restricted-imports -- puts a payslip where the probe can read it */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Patience } from '../probe/patience';
import { nobody, type Person } from '../probe/person';
import { questions as all } from '../probe/questions';
import type { Visit } from '../probe/reach';
import { runProbe, type Outcome, type ProbeReport } from '../probe/runProbe';
import { madeUpPerson, type ProbeSettings } from '../probe/settings';
import { freePort } from './freePort';
import { samplePayslip } from './smile/ops/sampleFile';
import type { SimulatedSmile } from './smile/simulatedSmile';

const origin = 'https://receiver.example.test';

/** Short, since the simulation answers and tries again at once. */
export const hasty: Patience = {
	betweenRequestsMs: 0,
	answerMs: 20_000,
	eventMs: 1_000,
	retriesMs: 600,
	downMs: 5,
	lateMs: [20, 60],
	betweenLooksMs: 2,
	looks: 20,
};

/** Agrees to everything, and sees the e-mails that the simulation would have sent. */
export function agreeable(smile: SimulatedSmile): Person {
	return {
		confirm: async (question) =>
			question.includes('Did an e-mail arrive') ? smile.outbox.mails.length > 0 : true,
	};
}

/** Settings with which the probe reaches a simulation, and the simulation reaches the probe. */
export async function settingsAt(
	smile: SimulatedSmile,
	further: Partial<ProbeSettings> = {},
): Promise<ProbeSettings> {
	const receiverPort = await freePort();
	smile.mapHost(origin, `http://127.0.0.1:${receiverPort}`);
	const { baseUrl, apiKey, apiSecret } = smile;
	const keys = { baseUrl, apiKey, apiSecret };
	return { ...keys, receiverUrl: origin, receiverPort, person: madeUpPerson, ...further };
}

export interface Probing {
	/** Ids of the questions; all unless said otherwise. */
	only?: string[];
	person?: Person;
	patience?: Partial<Patience>;
	further?: Partial<ProbeSettings>;
	stop?: AbortSignal;
	visit?: Visit;
	progress?(outcome: Outcome): void;
	warn?(text: string): void;
}

/** Runs the probe against a simulation. */
export async function probeSmile(
	smile: SimulatedSmile,
	{ only, person = nobody, patience, further, ...rest }: Probing = {},
): Promise<ProbeReport> {
	return await runProbe(await settingsAt(smile, further), {
		questions: only ? all.filter(({ id }) => only.includes(id)) : all,
		person,
		patience: { ...hasty, ...patience },
		...rest,
	});
}

let folder: string | undefined;

/** Path of a file that the simulated sandbox can analyze; whoever asks for it removes it. */
export function payslipFile(): string {
	folder ??= mkdtempSync(join(tmpdir(), 'smile-probe-'));
	const path = join(folder, 'payslip.pdf');
	writeFileSync(path, samplePayslip());
	return path;
}

export function removePayslipFile(): void {
	if (folder !== undefined) rmSync(folder, { recursive: true });
	folder = undefined;
}
