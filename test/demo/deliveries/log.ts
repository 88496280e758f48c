import { compactFields, wrapped } from './compact';
import { isAccepted, isTestRun, type Outcome } from './outcome';
import type { Players } from '../players';
import { cut, lineWidth, print, styled } from '../terminal';

const columns = { time: 10, type: 28, what: 36 };
const indent = ' '.repeat(2 + columns.time);
const labelWidth = 10;

export function printColumns(): void {
	print(styled('dim', `  ${row('Time', 'Event', 'Delivery')}Answer`));
}

/** One line for the delivery, and below it what came out of the trigger, if anything did. */
export function printOutcome(outcome: Outcome, players: Pick<Players, 'events'>): void {
	const { scene, sentAt, status, answer, tries } = outcome;
	const time = sentAt.toTimeString().slice(0, 8);
	const repeated = tries > 1 ? `, after ${tries} tries` : '';
	const words = [status, answer].filter((part) => part !== null).join(' ') + repeated;
	const by = receiverOf(outcome, players);
	print(`  ${row(time, scene.type, scene.what)}${styled(colourOf(outcome), words)}${by}`);
	if (outcome.execution) printExecution(outcome.execution);
}

/** What a trigger has written into n8n's log about a delivery. */
export function printRefusal(line: string): void {
	printDetail('n8n log', line);
}

function row(time: string, type: string, what: string): string {
	return time.padEnd(columns.time) + type.padEnd(columns.type) + what.padEnd(columns.what);
}

function colourOf(outcome: Outcome): 'green' | 'yellow' | 'red' {
	if (isAccepted(outcome)) return 'green';
	return outcome.status === 200 ? 'yellow' : 'red';
}

/** Who was delivered to; nothing for the workflow that most deliveries go to. */
function receiverOf({ receiver }: Outcome, { events }: Pick<Players, 'events'>): string {
	if (receiver.url === events.url) return '';
	const name = receiver.name.replace(/^n8n: /, '');
	return styled('dim', ` by ${name}${isTestRun(receiver) ? ' (test run)' : ''}`);
}

function printExecution(execution: NonNullable<Outcome['execution']>): void {
	if (execution === 'not shown') {
		return printDetail('execution', 'n8n has not shown it in time');
	}
	const { id, status, items, result } = execution;
	const width = lineWidth() - indent.length - labelWidth;
	for (const item of items) {
		const [first, ...others] = wrapped(compactFields(item), width);
		printDetail('item', first);
		for (const line of others) printDetail('', line);
	}
	if (result) printDetail('workflow', result);
	if (status !== 'success') printDetail('execution', `${id} ended with ${status}`);
}

function printDetail(label: string, text: string): void {
	print(styled('dim', cut(`${indent}${label.padEnd(labelWidth)}${text}`, lineWidth())));
}
