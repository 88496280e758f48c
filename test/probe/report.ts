import { table } from '../support/table';
import { laterQuestions } from './later';
import type { Leftover } from './made';
import type { Outcome, ProbeReport, State } from './runProbe';

const titles: Record<State, string> = {
	answered: 'Answered',
	undecided: 'Seen, but not enough to decide',
	'not asked': 'Not asked',
	failed: 'Failed',
};

const states = Object.keys(titles) as State[];

/** What the switches of the simulated Smile should be, by name. */
export function decidedSwitches({ outcomes }: ProbeReport): Record<string, unknown> {
	const decided = outcomes.filter(({ decides, value }) => decides && value !== undefined);
	return Object.fromEntries(decided.map(({ decides, value }) => [decides, value]));
}

/** One outcome as a line of the terminal. */
export function lineOf({ id, question, seen, decides, value, state }: Outcome): string {
	const mark = { answered: '+', undecided: '?', 'not asked': '-', failed: '!' }[state];
	const decided = decides && value !== undefined ? ` [${decides}: ${JSON.stringify(value)}]` : '';
	return `${mark} ${id}: ${question}\n    ${seen}${decided}`;
}

/** The whole report for the terminal, with the ids of what is still at Smile. */
export function textOf(report: ProbeReport): string {
	const parts = states.map((state) => {
		const lines = report.outcomes.filter((outcome) => outcome.state === state).map(lineOf);
		return lines.length > 0 ? `${titles[state]}\n\n${lines.join('\n')}` : '';
	});
	const later = laterQuestions.map(({ id, question, how }) => `- ${id}: ${question}\n    ${how}`);
	const left = report.leftovers.map(({ kind, id, why }) => `- ${kind} ${id}: ${why}`);
	return [
		...parts,
		`No program can see in one run\n\n${later.join('\n')}`,
		left.length > 0
			? `Still at Smile\n\n${left.join('\n')}`
			: 'Nothing of this run is left at Smile.',
	]
		.filter((part) => part !== '')
		.join('\n\n');
}

/** The report for being sent in: it names no ids. */
export function jsonOf(report: ProbeReport): string {
	const leftovers = kindsOf(report.leftovers);
	const { outcomes } = report;
	return `${JSON.stringify({ switches: decidedSwitches(report), outcomes, leftovers }, null, 2)}\n`;
}

/** The same for being read. */
export function markdownOf(report: ProbeReport): string {
	const rows = report.outcomes.map(({ id, state, seen, decides, value }) => [
		`\`${id}\``,
		state,
		cell(seen),
		decides && value !== undefined ? `\`${decides}\`: \`${JSON.stringify(value)}\`` : '',
	]);
	const left = Object.entries(kindsOf(report.leftovers)).map(
		([kind, count]) => `- ${kind}: ${count}`,
	);
	const leftovers = left.length > 0 ? left.join('\n') : 'Nothing.';
	return [
		"# What Smile's sandbox answered",
		table(['Question', 'State', 'Seen', 'Switch'], rows),
		`## Still at Smile\n\n${leftovers}\n`,
	].join('\n\n');
}

function kindsOf(leftovers: readonly Leftover[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { kind } of leftovers) counts[kind] = (counts[kind] ?? 0) + 1;
	return counts;
}

function cell(text: string): string {
	return text.replaceAll('|', '\\|');
}
