/** The middle of the values, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
	const sorted = sortedCopy(values);
	const middle = sorted.length >> 1;
	return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The values without this share of the largest: pauses of the machine only ever lengthen a sample. */
export function withoutSlowest(values: readonly number[], share: number): number[] {
	return sortedCopy(values).slice(0, Math.ceil(values.length * (1 - share)));
}

/** The bounds of the middle half of the values. */
export function middleHalf(values: readonly number[]): [number, number] {
	const sorted = sortedCopy(values);
	const quarter = Math.floor(sorted.length / 4);
	return [sorted[quarter], sorted[sorted.length - 1 - quarter]];
}

export function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Welch's t: by how many standard errors the means of two samples differ. */
export function welchT(left: readonly number[], right: readonly number[]): number {
	const errorOf = (values: readonly number[]) => variance(values) / values.length;
	return (mean(left) - mean(right)) / Math.sqrt(errorOf(left) + errorOf(right));
}

function variance(values: readonly number[]): number {
	const centre = mean(values);
	return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}

function sortedCopy(values: readonly number[]): number[] {
	return [...values].sort((one, other) => one - other);
}
