import { isAccepted, type Outcome } from './outcome';
import { print, printStep } from '../terminal';

/**
 * Compares what was accepted, and the forms that were sent in, with what n8n has run; throws when they do not
 * fit.
 */
export function printSummary(outcomes: Outcome[], forms: number, statuses: string[]): void {
	const count = (word: string) => outcomes.filter(({ answer }) => answer.startsWith(word)).length;
	const accepted = outcomes.filter(isAccepted).length;
	const wanted = accepted + forms;
	const succeeded = statuses.filter((status) => status === 'success').length;
	print();
	printStep(
		`${outcomes.length} deliveries: ${accepted} accepted, ${count('ignored')} ignored, ${count('rejected')} rejected`,
	);
	printStep(
		`${statuses.length} executions in n8n: ${succeeded} success, ${forms} of them by the form`,
	);
	if (statuses.length !== wanted || succeeded !== wanted) {
		const shown = statuses.join(', ') || 'none';
		throw new Error(
			`${accepted} deliveries and ${forms} form were accepted, but n8n shows: ${shown}.`,
		);
	}
}
