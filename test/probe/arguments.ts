/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a command of the project, not a node */
import { parseArgs } from 'node:util';
import { AdvisedError } from '../demo/advisedError';
import type { Question } from './question';
import { questions } from './questions';
import { required, variables } from './settings';

export interface ProbeArguments {
	/** The questions to ask, in the order of the table. */
	questions: readonly Question[];
	/** File for the report, whose name ends with .json or .md. */
	out?: string;
	help: boolean;
}

const lines = Object.entries(variables).map(([name, what]) => {
	const isRequired = required.some((one) => one === name);
	return `  ${name.padEnd(21)}${isRequired ? '' : 'optional: '}${what}`;
});

export const usage = `Usage: npm run probe [-- options]

Asks Smile's sandbox what its documents leave open. Takes about fifteen minutes.

  --out FILE      also write the report to this file, .json or .md
  --only IDS      only these questions, with commas, or groups of them, such as lists
  --help          show this text

Environment variables:

${lines.join('\n')}`;

/** Reads the command line; throws a sentence for whoever typed it. */
export function probeArguments(args: string[]): ProbeArguments {
	const { values } = parseArgs({
		args,
		options: {
			out: { type: 'string' },
			only: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.out !== undefined && !/\.(json|md)$/.test(values.out)) {
		throw new AdvisedError('--out takes the name of a file that ends with .json or .md.');
	}
	return { out: values.out, help: values.help, questions: chosen(values.only) };
}

function chosen(text: string | undefined): readonly Question[] {
	if (text === undefined) return questions;
	const names = text.split(',').map((name) => name.trim());
	const fits = (name: string, id: string) => id === name || id.startsWith(`${name}.`);
	const unknown = names.find((name) => !questions.some(({ id }) => fits(name, id)));
	if (unknown !== undefined) throw new AdvisedError(`There is no question "${unknown}".`);
	return questions.filter(({ id }) => names.some((name) => fits(name, id)));
}
