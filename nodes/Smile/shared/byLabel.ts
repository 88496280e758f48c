/** The order of labels in a list, for `sort`: that of the alphabet, but each beginning before its end. */
export function byLabel(one: string, other: string): number {
	return placeOf(one).localeCompare(placeOf(other));
}

/** End Date stands as if it were called Start Date, with something behind it. */
function placeOf(label: string): string {
	return label.replace(/^End\b(.*)$/, 'Start$1 ~');
}
