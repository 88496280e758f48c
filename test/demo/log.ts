import { compactFields, wrapped } from './compact';
import { isAccepted, type Outcome } from './outcome';
import { cut, lineWidth, print, styled } from './terminal';

const columns = { time: 10, type: 22, what: 36 };
const indent = ' '.repeat(2 + columns.time);
const detailIndent = `${indent}workflow  `;

export function printColumns(): void {
	print(styled('dim', `  ${row('Time', 'Event', 'Delivery')}Answer`));
}

/** One line for the delivery, and below it what came out of the trigger, if anything did. */
export function printOutcome(outcome: Outcome): void {
	const { scene, sentAt, status, answer, tries } = outcome;
	const time = sentAt.toTimeString().slice(0, 8);
	const repeated = tries > 1 ? `, after ${tries} tries` : '';
	const words = [status, answer].filter((part) => part !== null).join(' ');
	print(`  ${row(time, scene.type, scene.what)}${styled(colourOf(outcome), words + repeated)}`);
	if (isAccepted(outcome)) printExecution(outcome);
}

function row(time: string, type: string, what: string): string {
	return time.padEnd(columns.time) + type.padEnd(columns.type) + what.padEnd(columns.what);
}

function colourOf(outcome: Outcome): 'green' | 'yellow' | 'red' {
	if (isAccepted(outcome)) return 'green';
	return outcome.status === 200 ? 'yellow' : 'red';
}

function printExecution({ execution }: Outcome): void {
	if (!execution) return printDetail('n8n has not shown the execution in time');
	const { id, status, items, sentence } = execution;
	for (const item of items) {
		const [first, ...others] = wrapped(compactFields(item), lineWidth() - detailIndent.length);
		printDetail(`item      ${first}`);
		for (const line of others) printDetail(`          ${line}`);
	}
	if (sentence) printDetail(`workflow  ${sentence}`);
	if (status !== 'success') printDetail(`execution ${id} ended with ${status}`);
}

function printDetail(text: string): void {
	print(styled('dim', cut(`${indent}${text}`, lineWidth())));
}
