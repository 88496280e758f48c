/* eslint-disable @n8n/community-nodes/no-restricted-globals -- looks again and again */

/** The most requests during a run that were not answered at one moment. */
export async function mostOpen(
	requests: () => ReadonlyArray<{ status: number | null }>,
	run: () => Promise<unknown>,
): Promise<number> {
	let most = 0;
	const look = setInterval(() => {
		most = Math.max(most, requests().filter(({ status }) => status === null).length);
	}, 2);
	try {
		await run();
	} finally {
		clearInterval(look);
	}
	return most;
}
