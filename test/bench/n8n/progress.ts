/* eslint-disable no-console -- a command tells how far it is */

/** Progress, apart from the tables. */
export function tell(what: string): void {
	console.error(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${what}`);
}
