import { laterQuestions, undecidable } from '../probe/later';
import { needs, type LaterQuestion, type Question } from '../probe/question';
import { questionGroups } from '../probe/questions';

/** The page on what Smile's documents leave open, and the name of its generated part. */
export const FIDELITY_PAGE = 'fidelity.md';
export const FIDELITY_PART = 'questions';

/** Every open question about Smile, and what the package does until it is answered. */
export function fidelityTables(): string {
	const groups = questionGroups.map(({ title, questions }) =>
		part(title, ['Question', 'Until it is answered', 'Switch', 'Needs'], questions.map(asked)),
	);
	const later = part(
		'What no program can see in one run',
		['Question', 'Until it is answered', 'How to see it'],
		laterQuestions.map(seenLater),
	);
	const others = part(
		'Switches that are no question to Smile',
		['Switch', 'Why'],
		Object.entries(undecidable).map(([name, why]) => [`\`${name}\``, why]),
	);
	return [...groups, later, others].join('\n\n');
}

function asked({ id, question, until, decides, needs: need }: Question): string[] {
	return [named(id, question), until, decides ? `\`${decides}\`` : '', need ? needs[need] : ''];
}

function seenLater({ id, question, until, how }: LaterQuestion): string[] {
	return [named(id, question), until, how];
}

function named(id: string, question: string): string {
	return `${question} \`${id}\``;
}

function part(title: string, head: string[], rows: string[][]): string {
	const lines = [head, head.map(() => '---'), ...rows];
	return [`### ${title}`, '', ...lines.map((cells) => `| ${cells.join(' | ')} |`)].join('\n');
}
