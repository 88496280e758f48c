import type { Change } from './changes';

/** A change that no test has to notice. */
export interface Accepted extends Pick<Change, 'file' | 'mutator' | 'was' | 'becomes'> {
	/** Why no test has to notice this change. */
	why: string;
}

export function reasonFor(change: Change, among: readonly Accepted[]): string | undefined {
	return among.find((entry) => isSame(entry, change))?.why;
}

/** Entries about these files to which no unnoticed change belongs any more: the code or the tests have moved on. */
export function staleAmong(
	among: readonly Accepted[],
	files: readonly string[],
	unnoticed: readonly Change[],
): Accepted[] {
	return among.filter(
		(entry) => files.includes(entry.file) && !unnoticed.some((change) => isSame(entry, change)),
	);
}

function isSame(entry: Accepted, change: Change): boolean {
	return (['file', 'mutator', 'was', 'becomes'] as const).every(
		(key) => entry[key] === change[key],
	);
}
