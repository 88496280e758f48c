import type { Change } from './changes';

export interface Accepted extends Pick<Change, 'file' | 'mutator' | 'was' | 'becomes'> {
	/** Why no test has to notice this change. */
	why: string;
}

/**
 * Changes that no test notices and that are left so, by hand, each with its reason: mostly those after which the code
 * does the same. They count as not noticed all the same.
 */
export const accepted: readonly Accepted[] = [
	{
		file: 'delivery/filterEvent.ts',
		mutator: 'ArrayDeclaration',
		was: '[]',
		becomes: '["Stryker was here"]',
		why: 'an event without providers then has one that no trigger asks for',
	},
	{
		file: 'activation/choose.ts',
		mutator: 'EqualityOperator',
		was: 'age(one) < age(other)',
		becomes: 'age(one) <= age(other)',
		why: 'two webhooks are never equally old: their ids are a part of what is compared',
	},
];

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
