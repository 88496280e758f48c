/** How far Smile's clock is ahead of this process's, in milliseconds, by base URL. */
const aheadBy = new Map<string, number>();

/** The header Date and Smile's times are whole seconds, cut off: two of them may differ by so much, in milliseconds. */
const WITH_DATE_MS = 2_000;
/** How far two clocks may be apart that were never compared, in milliseconds. */
const WITHOUT_DATE_MS = 120_000;

/** Compares the clocks by the header Date of an answer that has just come; anything that is no date tells nothing. */
export function noteDate(baseUrl: string, header: unknown, now = Date.now()): void {
	const date = typeof header === 'string' ? Date.parse(header) : Number.NaN;
	if (!Number.isNaN(date)) aheadBy.set(baseUrl, date - now);
}

/** The earliest time that Smile can have given to a thing that was made after `moment` of this process's clock. */
export function earliestAtSmile(baseUrl: string, moment: number): number {
	const ahead = aheadBy.get(baseUrl);
	return ahead === undefined ? moment - WITHOUT_DATE_MS : moment + ahead - WITH_DATE_MS;
}
