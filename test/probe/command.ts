/* eslint-disable @n8n/community-nodes/no-restricted-imports -- writes the report */
import { writeFile } from 'node:fs/promises';
import { probeArguments, usage } from './arguments';
import type { Patience } from './patience';
import type { Person } from './person';
import type { Visit } from './reach';
import { jsonOf, lineOf, markdownOf, textOf } from './report';
import { runProbe } from './runProbe';
import { settingsOf } from './settings';

/** What the command has of the world around it. */
export interface Surroundings {
	env: Readonly<Record<string, string | undefined>>;
	person: Person;
	stop?: AbortSignal;
	patience?: Patience;
	visit?: Visit;
	/** The report. */
	print(text: string): void;
	/** What happens meanwhile. */
	tell(text: string): void;
}

/** Runs `npm run probe`. Returns the exit code: 1 when it could not begin, or could not delete something. */
export async function probeCommand(args: string[], around: Surroundings): Promise<number> {
	const { questions, out, help } = probeArguments(args);
	if (help) {
		around.print(usage);
		return 0;
	}
	const read = settingsOf(around.env);
	if (!read.ok) {
		around.tell(`${read.problems.join('\n')}\n\nnpm run probe -- --help tells more.`);
		return 1;
	}
	around.tell(`Asking ${questions.length} questions. Ctrl-C ends early, and clears away.\n`);
	const report = await runProbe(read.settings, {
		...around,
		questions,
		progress: (outcome) => around.tell(lineOf(outcome)),
		warn: (text) => around.tell(`${text}\n`),
	});
	around.tell('');
	around.print(textOf(report));
	if (out !== undefined) {
		await writeFile(out, out.endsWith('.json') ? jsonOf(report) : markdownOf(report));
		around.tell(`\nThe report is in ${out}. It names no keys, ids, addresses or people.`);
	}
	return report.leftovers.every(({ isExpected }) => isExpected) ? 0 : 1;
}
