/** Genuine deliveries, and deliveries whose signature has its last digit wrong. */
export const kinds = ['accepted', 'forged'] as const;
export type Kind = (typeof kinds)[number];

/** One thing that is measured of every target. */
export interface Cell {
	kind: Kind;
	/** Bytes of a body. */
	size: number;
	connections: number;
}

export const sizes = [300, 1_000_000];
export const connectionCounts = [1, 8];

/** Every combination, small bodies first. */
export function allCells(): Cell[] {
	return kinds.flatMap((kind) =>
		sizes.flatMap((size) => connectionCounts.map((connections) => ({ kind, size, connections }))),
	);
}

export function sizeName(size: number): string {
	return size >= 1e6 ? `${size / 1e6} MB` : `${size} B`;
}
