/**
 * `fetch` on a connection of its own. A kept one may be one that the server closed while this process was busy with
 * something else, and the call fails then.
 */
export async function callOnce(
	url: string,
	init: { method?: string; headers?: Record<string, string>; body?: string | FormData } = {},
): Promise<Response> {
	return await fetch(url, { ...init, headers: { connection: 'close', ...init.headers } });
}
