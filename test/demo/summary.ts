import { isAccepted, type Outcome } from './outcome';
import { print, printStep } from './terminal';

/** Compares what was accepted with what n8n has run; throws when the two do not fit. */
export function printSummary(outcomes: Outcome[], executions: Map<string, number>): void {
	const accepted = outcomes.filter(isAccepted).length;
	const ignored = outcomes.filter(({ answer }) => answer.startsWith('ignored')).length;
	const rejected = outcomes.filter(({ answer }) => answer.startsWith('rejected')).length;
	const run = [...executions.values()].reduce((sum, count) => sum + count, 0);
	const statuses = [...executions].map(([status, count]) => `${count} ${status}`).join(', ');
	print();
	printStep(
		`${outcomes.length} deliveries: ${accepted} accepted, ${ignored} ignored, ${rejected} rejected`,
	);
	printStep(`${run} executions in n8n: ${statuses}`);
	if (run !== accepted || executions.get('success') !== accepted) {
		throw new Error(`${accepted} deliveries were accepted, but n8n shows: ${statuses || 'none'}.`);
	}
}
