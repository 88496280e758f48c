/** The part of Stryker's report (mutation-testing-report-schema) that is used here. */
export interface MutationReport {
	files: Record<string, { source: string; mutants: Mutant[] }>;
}

interface Mutant {
	mutatorName: string;
	replacement?: string;
	status: string;
	location: { start: Position; end: Position };
}

/** Both count from 1. */
interface Position {
	line: number;
	column: number;
}

/** One change of the code, and whether a test noticed. */
export interface Change {
	/** Below nodes/Smile, such as `delivery/respond.ts`. */
	file: string;
	line: number;
	mutator: string;
	was: string;
	becomes: string;
	outcome: 'noticed' | 'survived' | 'not run';
}

const OUTCOMES: Record<string, Change['outcome']> = {
	Killed: 'noticed',
	Timeout: 'noticed',
	Survived: 'survived',
	NoCoverage: 'not run',
	// A test file could not even be loaded. Stryker leaves such changes out of its own score.
	RuntimeError: 'noticed',
};

/** All changes of these files in the order of the code. The report of an incremental run names other files too. */
export function changesIn(report: MutationReport, files: readonly string[]): Change[] {
	return files.flatMap((path) => {
		const { source = '', mutants = [] } = report.files[path] ?? {};
		return mutants
			.map((mutant) => changeOf(path, source, mutant))
			.sort((one, other) => one.line - other.line);
	});
}

function changeOf(path: string, source: string, mutant: Mutant): Change {
	const outcome = OUTCOMES[mutant.status];
	if (!outcome) throw new Error(`Stryker reports a change as ${mutant.status}`);
	return {
		file: path.replace(/^nodes\/Smile\//, ''),
		line: mutant.location.start.line,
		mutator: mutant.mutatorName,
		was: oneLine(textAt(source, mutant.location)),
		becomes: oneLine(mutant.replacement ?? ''),
		outcome,
	};
}

/** The first folder of its path below nodes/Smile. */
export function folderOf({ file }: Change): string {
	return file.includes('/') ? file.slice(0, file.indexOf('/')) : '.';
}

function textAt(source: string, { start, end }: Mutant['location']): string {
	const lines = source.split('\n').slice(start.line - 1, end.line);
	const last = lines.length - 1;
	lines[last] = lines[last].slice(0, end.column - 1);
	lines[0] = lines[0].slice(start.column - 1);
	return lines.join('\n');
}

function oneLine(code: string): string {
	return code.replace(/\s+/g, ' ').trim();
}
